/** `npm run docs`: writes into the documentation what is made from code. */
import { readFile, writeFile } from 'node:fs/promises'
import { withTable } from './variableTable.ts'

const path = 'docs/proxy.md'
await writeFile(path, withTable(await readFile(path, 'utf8')))
