/** `npm run docs`: updates the parts of the documentation and the linter's rules that are made from code. */
import { readFile, writeFile } from 'node:fs/promises'
import { importRules } from './importRules.ts'
import { withTable } from './variableTable.ts'

const path = 'docs/proxy.md'
await writeFile(path, withTable(await readFile(path, 'utf8')))
await writeFile('biome.imports.json', importRules())
