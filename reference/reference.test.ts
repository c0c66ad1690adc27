import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as mocks from '../mocks/index.ts'
import * as picker from '../src/index.ts'
import { compileExamples } from './compileExamples.ts'
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

it('every example compiles', () => {
  expect(compileExamples(entries, root)).toEqual([])
})

/** Lines such as `maskNumber('95588') // '955**'`. */
const promises = entries
  .flatMap(({ names }) => names.flatMap(({ tags }) => tags))
  .flatMap(({ name, text }) => (name === 'example' ? text.split('\n') : []))
  .flatMap((line) => {
    const [expression, result, ...more] = line.split(' // ')
    return expression && result && more.length === 0 ? [{ expression, result }] : []
  })

it.each(promises)('$expression is $result, as its example says', ({ expression, result }) => {
  const is: unknown = runInNewContext(expression, { ...picker, ...mocks })
  const said: unknown = runInNewContext(`(${result.replace(', …', '')})`)
  if (result.includes('…')) expect(is).toMatchObject(Object(said))
  else expect(is).toEqual(said)
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

  it('has an example for each function, component and class', () => {
    const used = names.filter(({ kind }) => kind !== 'type' && kind !== 'constant')
    const bare = used.filter(({ tags }) => !tags.some((tag) => tag.name === 'example'))
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})
