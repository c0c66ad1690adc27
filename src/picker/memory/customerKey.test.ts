import { afterEach, describe, expect, it, vi } from 'vitest'
import { customerKey } from './customerKey.ts'

afterEach(() => vi.unstubAllGlobals())

describe('customerKey', () => {
  it('differs with the salt, and never holds the number', async () => {
    const [one, other] = [
      await customerKey('13888888888', 'a'),
      await customerKey('13888888888', 'b'),
    ]
    expect(one).toMatch(/^\d+(?:\.\d+){15}$/)
    expect(one).not.toBe(other)
  })

  it.each([
    ['is no cryptography', undefined],
    ['is no cryptography without HTTPS', {}],
    ['is a hash that throws', { subtle: { importKey: () => fail() } }],
    ['is a hash that rejects', { subtle: { importKey: async () => fail() } }],
  ])('is null where there %s', async (_, crypto) => {
    vi.stubGlobal('crypto', crypto)
    expect(await customerKey('13888888888', 'a')).toBeNull()
  })
})

function fail(): never {
  throw new DOMException('no', 'OperationError')
}
