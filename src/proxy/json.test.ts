import { describe, expect, it } from 'vitest'
import { readJson, TooDeep, writeJson } from './json.ts'

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('readJson and writeJson', () => {
  it.each([
    '{"Code":"OK","Data":{"Id":12345678901234567890,"x":[1.5,-3,0]}}',
    '{"a":1e400}',
    '[0.12345678901234567890123]',
    '{"a":"12345678901234567890","b":"\\"{[","c":[]}',
    'null',
  ])('keep every letter of %s', (json) => {
    expect(writeJson(readJson(json))).toBe(json)
  })

  it('read numbers that JavaScript holds as numbers', () => {
    expect(readJson('{"a":3,"b":1234567890123.25}')).toEqual({ a: 3, b: 1234567890123.25 })
  })

  it.each([`{"a":${nested(5000)}}`, nested(101)])('refuse what nobody nests so deeply', (json) => {
    expect(() => readJson(json)).toThrow(TooDeep)
  })

  it('read what is nested a little, and brackets in a text', () => {
    expect(readJson(nested(100))).toBeDefined()
    expect(readJson(JSON.stringify(nested(500)))).toBe(nested(500))
  })

  it('refuse what is not JSON', () => {
    for (const text of ['', '{"a":', '{"a":12345678901234567890', 'x'])
      expect(() => readJson(text)).toThrow(SyntaxError)
  })
})
