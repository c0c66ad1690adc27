import { describe, expect, it } from 'vitest'
import type { Candidate, Match } from '../ccc/index.ts'
import { orderCandidates } from './order.ts'

const candidate = (number: string, match: Match): Candidate => ({
  number,
  match,
  province: '',
  city: '',
})

const none = { pins: [], lastUsed: null }

describe('orderCandidates', () => {
  it('puts the same city first, then the same province, and keeps the cloud’s order among equals', () => {
    const offered = [
      candidate('1', 'other'),
      candidate('2', 'same-province'),
      candidate('3', 'unknown'),
      candidate('4', 'same-city'),
      candidate('5', 'other'),
      candidate('6', 'same-city'),
    ]
    const ordered = orderCandidates(offered, none).map(({ number }) => number)
    expect(ordered.join('')).toBe('462135')
  })

  it('puts pinned callers before the one this customer saw last, and both before the nearest', () => {
    const offered = [
      candidate('1', 'same-city'),
      candidate('2', 'other'),
      candidate('3', 'other'),
      candidate('4', 'same-province'),
    ]
    const ordered = orderCandidates(offered, { pins: ['3', '9'], lastUsed: '2' })
    expect(ordered.map(({ number }) => number).join('')).toBe('3214')
  })

  it('leaves the list it was given as it is', () => {
    const offered = [candidate('1', 'other'), candidate('2', 'same-city')]
    orderCandidates(offered, none)
    expect(offered.map(({ number }) => number)).toEqual(['1', '2'])
  })
})
