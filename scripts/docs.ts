/** `npm run docs`: updates the table of the proxy's variables in `docs/proxy.md`, and `docs/reliability.md`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { reliability } from '../e2e/house/reliability.ts'
import { withTable } from '../src/proxy/program/variableTable.ts'

const readFile = (path: string) => readFileSync(path, 'utf8')

writeFileSync('docs/proxy.md', withTable(readFile('docs/proxy.md')))
writeFileSync('docs/reliability.md', reliability(readFile))
