import { describe, expect, it } from 'vitest'
import { type HistoryOptions, readHistoryOptions } from './options.ts'

const read = (options: HistoryOptions) => readHistoryOptions(options)

describe('the options of history', () => {
  it.each<[HistoryOptions, RegExp]>([
    [{ secret: 'short' }, /^createProxyHandler: history\.secret is too short\. Use 32 characters/],
    [{ callsPerSecond: -1 }, /history\.callsPerSecond is -1\. Pass a whole number/],
    [{ callsPerSecond: 1.5 }, /history\.callsPerSecond is 1\.5/],
    [{ timeZone: 'Mars/Olympus' }, /history\.timeZone is "Mars\/Olympus"\. Pass a name such as/],
  ])('are refused with the remedy, and a secret is not quoted: %o', (options, message) => {
    expect(() => read(options)).toThrow(message)
    expect(() => read(options)).not.toThrow('short"')
  })

  it('make a secret of their own for each handler', () => {
    const [one = ''] = read({}).secrets()
    const [other = ''] = read({}).secrets()
    expect(one.length).toBeGreaterThanOrEqual(32)
    expect(one).not.toBe(other)
  })
})
