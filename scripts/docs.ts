/** `npm run docs`: updates the table of the proxy's variables in each language's `proxy.md`. */
import { readFile, writeFile } from 'node:fs/promises'
import { documents, withTable } from '../src/proxy/program/variableTable.ts'

for (const [path, words] of Object.entries(documents)) {
  await writeFile(path, withTable(await readFile(path, 'utf8'), words))
}
