import { expect, it } from 'vitest'
import { misuse } from './misuse.ts'

it.each([
  [undefined, 'count is undefined.'],
  [null, 'count is null.'],
  ['', 'count is empty.'],
  ['five', 'count is "five".'],
  [2.5, 'count is 2.5.'],
  [13_888_888_888, 'count is a number.'],
  [true, 'count is true.'],
  [{ secret: 1 }, 'count is an object.'],
  [[13_888_888_888], 'count is an object.'],
  [() => 5, 'count is a function.'],
  [Symbol('five'), 'count is Symbol(five).'],
])('%s is said so: %s', (value, said) => {
  expect(misuse('createPicker', 'count', value, 'Pass a whole number.')).toEqual(
    new TypeError(`createPicker: ${said} Pass a whole number.`),
  )
})
