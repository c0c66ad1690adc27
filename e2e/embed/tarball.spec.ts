import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from '@playwright/test'
import * as v from 'valibot'
import { examplesFolder, tarball } from './examplesFolder.ts'
import { reachedFromEntries } from './reached.ts'

const packed = join(examplesFolder, 'react-19/node_modules/outbound-number-picker')
const files = execFileSync('tar', ['-tzf', tarball()], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((path) => path.slice('package/'.length))
const read = (path: string) => readFileSync(join(packed, path), 'utf8')

/** What is packed, and who reads it. */
const kinds = [
  // Bundlers and compilers.
  /^package\.json$/,
  /^dist\/(src|mocks)\/.*\.(js|d\.ts)$/,
  /^dist\/style\.css$/,
  // Pages, and those who look into a page's script.
  /^dist\/outbound-number-picker\.js(\.map)?$/,
  /^dist\/frame\/(index\.html|page\.css|page\.js|page\.js\.map)$/,
  // Node, as the proxy.
  /^dist\/proxy\/server\.mjs$/,
  // People who use the package, and what they copy.
  /^(README|README\.zh-CN|CHANGELOG|SECURITY)\.md$/,
  /^LICENSE$/,
  /^docs\/.*\.md$/,
  /^docs\/(Containerfile|haproxy\.cfg|kubernetes\.yaml|nginx\.conf|outbound-number-picker-proxy\.service)$/,
  /^examples\/.*\.(ts|tsx|js|jsx|mjs|cjs|vue|html|css|json)$/,
]

test('every file in the tarball is of a kind that somebody reads', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([])
  // An example may be a test.
  const own = files.filter((file) => !file.startsWith('examples/'))
  expect(own.filter((file) => /\.(test|testing|fixture|stories)\./.test(file))).toEqual([])
})

test('every module and declaration in the tarball is reached from an entry', () => {
  const reached = reachedFromEntries(packed)
  expect(reached.size).toBeGreaterThan(200)
  const modules = files.filter((file) => /^dist\/(src|mocks)\//.test(file))
  expect(modules.filter((file) => !reached.has(file))).toEqual([])
})

const SourceMap = v.object({
  mappings: v.pipe(v.string(), v.regex(/[^;]/)),
  sources: v.pipe(v.array(v.string()), v.nonEmpty()),
  sourcesContent: v.array(v.pipe(v.string(), v.nonEmpty())),
})
const maps = files.filter((file) => file.endsWith('.map')).sort()

test('every source map belongs to a script, and has all its sources inside', () => {
  expect(maps).toEqual(['dist/frame/page.js.map', 'dist/outbound-number-picker.js.map'])
  for (const file of maps) {
    const { sources, sourcesContent } = v.parse(SourceMap, JSON.parse(read(file)))
    expect(sourcesContent, file).toHaveLength(sources.length)
  }
  const scripts = files.filter((file) => /\.m?js$/.test(file))
  for (const file of scripts) {
    const [, map] = /^\/\/# sourceMappingURL=(.+)$/m.exec(read(file)) ?? []
    if (map) expect(existsSync(join(packed, posix.dirname(file), map)), file).toBe(true)
    expect(Boolean(map), file).toBe(maps.includes(`${file}.map`))
  }
})

/** The packages that a file with everything inside names, each with the words of its licence. */
function noticesIn(file: string): Map<string, string> {
  const code = read(file)
  const comment = code.slice(code.lastIndexOf('/*!'))
  const [, ...parts] = comment.split(/^(\S+) \d+\.\d+\.\d+\S* \(.+\)$/m)
  return new Map(parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1] ?? '']] : [])))
}

for (const file of [...maps.map((map) => map.replace(/\.map$/, '')), 'dist/proxy/server.mjs']) {
  test(`${file} repeats the licence of each package inside`, () => {
    const notices = noticesIn(file)
    for (const [name, words] of notices) {
      expect(words, name).toMatch(/Permission|Licensed under|Apache License|Blue Oak Model License/)
    }
    if (!maps.includes(`${file}.map`)) return
    const { sources } = v.parse(SourceMap, JSON.parse(read(`${file}.map`)))
    const inside = sources.flatMap((source) => {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? []
      return name ? [name] : []
    })
    expect([...notices.keys()].sort()).toEqual([...new Set(inside)].sort())
  })
}
