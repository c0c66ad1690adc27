import { expect, it } from 'vitest'
import { retryDelay } from './retry.ts'

it('waits anything up to a bound that doubles, and never more than a second', () => {
  const longest = [1, 2, 3, 4, 5, 50].map((failed) => retryDelay(failed, () => 1))
  expect(longest).toEqual([100, 200, 400, 800, 1000, 1000])
  expect(retryDelay(3, () => 0)).toBe(0)
  expect(retryDelay(3, () => 0.25)).toBe(100)
})

it('spreads proxies that failed together over the whole time', () => {
  const delays = Array.from({ length: 500 }, () => retryDelay(2))
  const quarters = new Set(delays.map((delay) => Math.floor(delay / 50)))
  expect([...quarters].sort()).toEqual([0, 1, 2, 3])
})
