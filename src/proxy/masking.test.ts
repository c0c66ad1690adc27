import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskNumbers, maskRequestId } from './masking.ts'

it.each([
  ['call 13888888888 now', 'call 138**** now'],
  ['138 8888 8888', '138****'],
  ['+86-138-8888-8888', '+861****'],
  ['(010) 8989 8989', '(010****'],
  ['１３８８８８８８８８８', '１３８****'],
  ['138%208888%208888', '138****'],
  ['138\u200B8888\u200B8888', '138****'],
  ['HTTP 502 in 8000 ms', 'HTTP 502 in 8000 ms'],
  ['at handler.ts:145:12', 'at handler.ts:145:12'],
])('%s becomes %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked)
})

it('leaves no number of seven digits, whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^\d{7,15}$/),
      (around, number) => {
        expect(maskNumbers(`${around}${number}${around}`)).not.toContain(number)
      },
    ),
  )
}, 30_000)

it.each([
  ['12345678-1234-1234-1234-123456789012', '12345678-1234-1234-1234-123456789012'],
  ['12345678123412341234123456789012', '12345678123412341234123456789012'],
  ['r-1', 'r-1'],
  ['13888888888', '138****'],
  ['a 138\n8888"8888', 'a138****'],
])('the request id %s becomes %s', (id, masked) => {
  expect(maskRequestId(id)).toBe(masked)
})
