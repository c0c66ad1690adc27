import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEntries } from './readEntries.ts'
import { writePages } from './writePages.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'docs/api')
const entries = readEntries(root)

it('docs/api says what the sources say; if not, npm run docs mends it', () => {
  const written = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
  )
  expect(new Map(written)).toEqual(writePages(entries))
})

describe.each(entries)('$path', ({ says, names }) => {
  it('says at the top of its file what it is for', () => {
    expect(says).not.toBe('')
  })

  it('has a comment for each name that it exports', () => {
    expect(names.filter((one) => one.says === '').map(({ name }) => name)).toEqual([])
  })

  it('has a comment for each member of them', () => {
    const silent = names.flatMap(({ name, silent }) => silent.map((member) => `${name}.${member}`))
    expect(silent).toEqual([])
  })

  it('has an example for each function, component and element', () => {
    const used = names.filter(({ kind }) => kind === 'function' || kind === 'component')
    const bare = used.filter(({ tags }) => !tags.some((tag) => tag.name === 'example'))
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})
