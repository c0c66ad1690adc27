/** `npm run docs`: updates the table of the proxy's variables in `docs/proxy.md`. */
import { readFile, writeFile } from 'node:fs/promises'
import { withTable } from '../src/proxy/program/variableTable.ts'

const path = 'docs/proxy.md'
await writeFile(path, withTable(await readFile(path, 'utf8')))
