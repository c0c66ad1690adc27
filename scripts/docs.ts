/**
 * `npm run docs`: writes the reference into `docs/api`, the table of the proxy's variables into each language's `proxy.md`,
 * and what the tests try into `docs/reliability.md`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { reliability } from '../e2e/house/reliability.ts'
import { readEntries } from '../reference/readEntries.ts'
import { writePages } from '../reference/writePages.ts'
import { documents, withTable } from '../src/proxy/program/variableTable.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const write = (path: string, text: string) => writeFileSync(join(root, path), text)

for (const [path, words] of Object.entries(documents)) write(path, withTable(read(path), words))
write('docs/reliability.md', reliability(read))

rmSync(join(root, 'docs/api'), { recursive: true, force: true })
mkdirSync(join(root, 'docs/api'))
for (const [name, page] of writePages(readEntries(root))) write(join('docs/api', name), page)
