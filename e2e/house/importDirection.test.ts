import { existsSync, readdirSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { violations } from './importDirection.ts'
import { mayImport, proxyParts } from './importTable.ts'
import { readSources } from './importWalk.ts'

const root = resolve(import.meta.dirname, '../..')
const folders = Object.keys(mayImport)

describe('the sources', () => {
  it('import only what the table allows', () => {
    // The folders inside of others are read with them.
    const outermost = folders.filter(
      (folder) => !folders.some((other) => folder.startsWith(`${other}/`)),
    )
    expect(violations(readSources(root, outermost))).toEqual([])
  })
})

describe('the table', () => {
  it('names every folder of src', () => {
    const present = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `src/${entry.name}`)
    expect(folders).toEqual(expect.arrayContaining(present))
  })

  it('names no folder that is gone', () => {
    const named = [...folders, ...proxyParts.map((part) => `src/proxy/${part}`)]
    expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
  })

  it('points down only: a row names rows above it', () => {
    for (const [position, folder] of folders.entries()) {
      expect(folders.slice(0, position), folder).toEqual(
        expect.arrayContaining([...(mayImport[folder] ?? [])]),
      )
    }
  })
})

/** What is said of a file in this folder that imports this path. */
function said(from: string, path: string): readonly string[] {
  const specifier = posix.relative(from, path)
  const relative = specifier.startsWith('.') ? specifier : `./${specifier}`
  return violations({ [`${from}/x.ts`]: `import { x } from '${relative}'` })
}

const pairs = folders.flatMap((from) =>
  folders.filter((to) => to !== from).map((to) => ({ from, to })),
)
const allowedPairs = pairs.filter(({ from, to }) => mayImport[from]?.includes(to))

describe('an import', () => {
  it('is refused with its file, its line and what is allowed', () => {
    const sources = {
      'src/client/x.ts': "import { a } from '../ccc/index.ts'\nexport * from '../picker/index.ts'",
      'src/element/x.tsx': "const x = await import('../picker/view/index.ts')",
      'src/picker/memory/x.test.ts': "type X = import('../core/index.ts').X",
      'src/picker/view/x.vue':
        '<script setup lang="ts">\nimport type { X } from \'../memory/index.ts\'\n</script>',
      'mocks/cloud/x.fixture.ts': "import '../../src/proxy/index.ts'",
      'src/proxy/x.testing.ts': "import { run } from '../../scripts/run.ts'",
    }
    expect(violations(sources)).toEqual([
      'src/client/x.ts:2 imports src/picker/index.ts, but src/client may import src/ccc.',
      'src/element/x.tsx:1 imports src/picker/view/index.ts, but src/element may import src/ccc, src/client, src/picker.',
      'src/picker/memory/x.test.ts:1 imports src/picker/core/index.ts, but src/picker/memory may import no other folder.',
      'src/picker/view/x.vue:2 imports src/picker/memory/index.ts, but src/picker/view may import src/ccc, src/client, src/picker/core, src/picker/messages.',
      'mocks/cloud/x.fixture.ts:1 imports src/proxy/index.ts, but mocks may import src/ccc.',
      'src/proxy/x.testing.ts:1 imports scripts/run.ts, but src/proxy may import src/ccc, src/proxy/call, src/proxy/cloud, src/proxy/agent, src/proxy/history, src/proxy/program.',
    ])
  })

  it('may reach the folders in its row of the table, and no other', () => {
    for (const { from, to } of pairs) {
      const expected = mayImport[from]?.includes(to) ? [] : [expect.stringContaining('may import')]
      expect(said(from, `${to}/index.ts`), `${from} → ${to}`).toEqual(expected)
    }
  })

  it('does not reach past the index.ts of another folder', () => {
    for (const { from, to } of allowedPairs) {
      for (const path of [to, `${to}/x.ts`, `${to}/deep/x.ts`, `${to}/deep/index.ts`]) {
        const sentence = `${from}/x.ts:1 imports ${path}, but other folders may import ${to} only through its index.ts.`
        expect(said(from, path)).toEqual([sentence])
      }
    }
  })

  it('reaches a style sheet of a folder that it may import, and of no other', () => {
    for (const path of ['src/picker/picker.css', 'src/picker/picker.css?inline']) {
      expect(said('src/element', path)).toEqual([])
      expect(said('src/client', path)).toHaveLength(1)
    }
  })

  it('lets a part of the proxy reach those before it, and the files around them', () => {
    for (const [position, from] of proxyParts.entries()) {
      for (const [other, to] of proxyParts.entries()) {
        const face = said(`src/proxy/${from}`, `src/proxy/${to}/index.ts`)
        expect(face, `${from} → ${to}`).toHaveLength(other > position ? 1 : 0)
        const past = said(`src/proxy/${from}`, `src/proxy/${to}/x.ts`)
        expect(past, `${from} → past ${to}`).toHaveLength(other === position ? 0 : 1)
      }
      expect(said(`src/proxy/${from}`, 'src/proxy/refusal.ts')).toEqual([])
      expect(said(`src/proxy/${from}`, 'src/ccc/index.ts')).toEqual([])
      expect(said(`src/proxy/${from}`, 'mocks/index.ts')).toHaveLength(1)
    }
  })

  it('may be of a package, except in the contract; its tests may import packages too', () => {
    const source = "import 'zustand'\nimport 'node:fs'"
    expect(violations({ 'src/picker/x.ts': source, 'src/ccc/x.test.ts': source })).toEqual([])
    expect(violations({ 'src/ccc/x.ts': source })).toEqual([
      'src/ccc/x.ts:1 imports the package zustand, but src/ccc may import no packages.',
      'src/ccc/x.ts:2 imports the package node:fs, but src/ccc may import no packages.',
    ])
  })

  it('within its own folder is free', () => {
    expect(said('src/ccc', 'src/ccc/number.ts')).toEqual([])
    expect(said('mocks/cloud', 'mocks/model/x.ts')).toEqual([])
  })

  it('must name what it imports', () => {
    expect(violations({ 'src/picker/x.ts': 'await import(name)' })).toEqual([
      'src/picker/x.ts:1 imports what only running it would tell, but here every import must name a file or package.',
    ])
  })
})
