import { expect, it } from 'vitest'
import { readOrigins } from './origins.ts'

const own = 'https://picker.example'

it('without a name, only the own origin may embed the frame', () => {
  expect(readOrigins('', own)).toEqual([own])
  expect(readOrigins('  ', own)).toEqual([own])
})

it('only the origins that are named may, however they are kept apart', () => {
  expect(
    readOrigins('https://desk.example, http://localhost:5173\nhttps://crm.example', own),
  ).toEqual(['https://desk.example', 'http://localhost:5173', 'https://crm.example'])
})

it('an address with a path names its origin', () => {
  expect(readOrigins('https://desk.example/ https://crm.example/desk?x=1', own)).toEqual([
    'https://desk.example',
    'https://crm.example',
  ])
})

it('nobody is named by null, the origin of every sandboxed page and local file', () => {
  expect(readOrigins('null file:///C:/desk.html', own)).toEqual([])
  expect(readOrigins('', 'null')).toEqual([])
})
