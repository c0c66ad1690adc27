import { describe, expect, it } from 'vitest'
import { startOfDay } from './startOfDay.ts'

const noon = Date.parse('2026-03-10T12:34:56.789+08:00')

describe('startOfDay', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-10T00:00:00+08:00'],
    ['America/New_York', '2026-03-10T00:00:00-04:00'],
    ['Asia/Kolkata', '2026-03-10T00:00:00+05:30'],
  ])('is midnight in %s', (zone, midnight) => {
    expect(new Date(startOfDay(zone)(noon))).toEqual(new Date(midnight))
  })

  it('keeps midnight itself', () => {
    const midnight = Date.parse('2026-03-10T00:00:00+08:00')
    expect(startOfDay('Asia/Shanghai')(midnight)).toBe(midnight)
    expect(startOfDay('Asia/Shanghai')(midnight - 1)).toBe(midnight - 86_400_000)
  })

  it('knows no invented zone', () => {
    expect(() => startOfDay('Mars/Olympus')).toThrow(RangeError)
  })
})
