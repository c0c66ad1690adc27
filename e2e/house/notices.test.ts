import { expect, it } from 'vitest'
import { noticesOf } from '../../vite.notices.ts'

it('repeats the licence of each package', () => {
  const licenses = [
    { name: 'a', version: '1.0.0', identifier: 'MIT', text: 'Copyright (c) A */ B\n' },
    { name: 'b', version: '2.0.0', identifier: 'ISC', text: 'Copyright (c) C' },
  ]
  expect(noticesOf(licenses)).toBe(`/*!
a 1.0.0 (MIT)

Copyright (c) A * / B

b 2.0.0 (ISC)

Copyright (c) C
*/
`)
})

it('writes the words of a licence where a package only names it', () => {
  const said = noticesOf([{ name: 'httpx', version: '2.3.3', identifier: 'MIT' }])
  expect(said).toMatch(
    /^\/\*!\nhttpx 2\.3\.3 \(MIT\)\n\nCopyright \(c\) Jackson Tian\n\nPermission is/,
  )
})

it('does not build with a package whose licence cannot be repeated', () => {
  const unknown = [{ name: 'c', version: '1.0.0', identifier: 'MIT' }]
  expect(() => noticesOf(unknown)).toThrow(/^c \(MIT\) has no file with its licence/)
  const proprietary = [{ name: 'httpx', version: '3.0.0' }]
  expect(() => noticesOf(proprietary)).toThrow(/^httpx \(no licence\) has no file/)
})
