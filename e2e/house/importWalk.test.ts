import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { importsOf, readSources } from './importWalk.ts'

it('finds every form of import, and its line', () => {
  const source = `/* 号码
   ☎️ */
import { a } from './a.ts'
import type { B } from './b.ts'
import './c.css'
export * from './d.ts'
export { e } from './e.ts'
export type { F } from './f.ts'
export const g = 1

const later = await import('./h.ts')
type I = import('./i.ts').I
const element = <Slot>{later}</Slot>
// import './comment.ts'
const text = "import './text.ts'"
`
  expect(importsOf('x.tsx', source)).toEqual([
    { line: 3, specifier: './a.ts' },
    { line: 4, specifier: './b.ts' },
    { line: 5, specifier: './c.css' },
    { line: 6, specifier: './d.ts' },
    { line: 7, specifier: './e.ts' },
    { line: 8, specifier: './f.ts' },
    { line: 11, specifier: './h.ts' },
    { line: 12, specifier: './i.ts' },
  ])
})

it('reads both scripts of a Vue component', () => {
  const source = `<script lang="ts">
import type { A } from './a.ts'
</script>

<script setup lang="ts">
import { b } from './b.ts'
</script>

<template><b>{{ b }}</b></template>
`
  expect(importsOf('x.vue', source)).toEqual([
    { line: 2, specifier: './a.ts' },
    { line: 6, specifier: './b.ts' },
  ])
  expect(importsOf('x.vue', '<template><b /></template>')).toEqual([])
})

it('tells where an import names nothing that can be read', () => {
  expect(importsOf('x.ts', 'await import(name)')).toEqual([{ line: 1, specifier: null }])
})

it('refuses a file that it cannot parse', () => {
  expect(() => importsOf('x.ts', "import { from './a.ts'")).toThrow(/^x\.ts cannot be parsed: /)
})

it('reads the source files of folders, however deep, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'walk-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['src/a/deep', 'src/a/node_modules/x', 'src/b']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  const files = ['src/a/x.ts', 'src/a/deep/x.test.tsx', 'src/a/x.vue', 'src/a/x.css', 'src/b/x.ts']
  files.push('src/a/node_modules/x/x.ts')
  for (const file of files) writeFileSync(join(root, file), file)
  expect(readSources(root, ['src/a'])).toEqual({
    'src/a/x.ts': 'src/a/x.ts',
    'src/a/x.vue': 'src/a/x.vue',
    'src/a/deep/x.test.tsx': 'src/a/deep/x.test.tsx',
  })
})
