import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readSources } from './importWalk.ts'
import { unfinished } from './unfinished.ts'

const root = resolve(import.meta.dirname, '../..')

it('leaves no test out, and nothing for later', () => {
  const folders = ['.storybook', 'bench', 'e2e', 'examples', 'live', 'mocks', 'scripts', 'src']
  expect(unfinished(readSources(root, folders))).toEqual([])
})

it('names the file, the line and the way out', () => {
  const source = `it('runs', () => {})
it.skip('is left out', () => {})
test.describe.only('alone', () => {})
test.skip(({ browserName }) => browserName === 'webkit')
// TODO: later
const text = 'TODO'
window.only.skip()
`
  expect(unfinished({ 'src/x.test.ts': source })).toEqual([
    'src/x.test.ts:2 leaves a test out (skip): run it, or delete it.',
    'src/x.test.ts:3 leaves a test out (only): run it, or delete it.',
    'src/x.test.ts:4 leaves a test out (skip): run it, or delete it.',
    'src/x.test.ts:5 leaves something for later (TODO): file an issue.',
  ])
})
