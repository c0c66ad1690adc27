/** `npm run docs`: writes the reference into `docs/api`, and the table of the proxy's variables into `docs/proxy.md`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readEntries } from '../reference/readEntries.ts'
import { writePages } from '../reference/writePages.ts'
import { withTable } from '../src/proxy/program/variableTable.ts'

const root = resolve(import.meta.dirname, '..')

const proxy = join(root, 'docs/proxy.md')
await writeFile(proxy, withTable(await readFile(proxy, 'utf8')))

const folder = join(root, 'docs/api')
await rm(folder, { recursive: true, force: true })
await mkdir(folder)
for (const [name, page] of writePages(readEntries(root))) await writeFile(join(folder, name), page)
