import { describe, expect, it } from 'vitest'
import type { Candidate, PlaceMatch } from '../../ccc/index.ts'
import { habitualFirst, nearestFirst } from './order.ts'

const candidate = (number: string, match: PlaceMatch): Candidate => ({
  number,
  match,
  province: '',
  city: '',
})
const numbers = (candidates: readonly Candidate[]) =>
  candidates.map(({ number }) => number).join('')

describe('the nearest first', () => {
  it('are the same city, then the same province, and the cloud’s order stays among equals', () => {
    const offered = [
      candidate('1', 'other'),
      candidate('2', 'same-province'),
      candidate('3', 'unknown'),
      candidate('4', 'same-city'),
      candidate('5', 'other'),
      candidate('6', 'same-city'),
    ]
    expect(numbers(nearestFirst(offered))).toBe('462135')
    expect(numbers(offered)).toBe('123456')
  })
})

describe('the habitual first', () => {
  const offered = ['1', '2', '3', '4'].map((number) => candidate(number, 'other'))

  it('are the pinned ones, then the one this customer saw last, whatever is near', () => {
    const ordered = habitualFirst(offered, { pins: ['4', '3', '9'], answered: null, lastUsed: '2' })
    expect(numbers(ordered)).toBe('3421')
    expect(ordered.map(({ pinned }) => pinned)).toEqual([true, true, false, false])
    expect(ordered.map(({ lastUsed }) => lastUsed)).toEqual([false, false, true, false])
  })

  it('are none without habits, and the others stay in their order, so that more are added below', () => {
    const habits = { pins: [], answered: null, lastUsed: null }
    expect(numbers(habitualFirst(offered, habits))).toBe('1234')
    const more = [...offered, candidate('5', 'same-city')]
    expect(numbers(habitualFirst(more, habits))).toBe('12345')
  })

  it('are the one that this customer answered last before the one they saw last', () => {
    const habits = { pins: ['4'], answered: '3', lastUsed: '2' }
    expect(numbers(habitualFirst(offered, habits))).toBe('4321')
    expect(numbers(habitualFirst(offered, { ...habits, answered: '2' }))).toBe('4213')
  })

  it('name a pinned caller once, also if this customer saw it last', () => {
    const ordered = habitualFirst(offered, { pins: ['2'], answered: null, lastUsed: '2' })
    expect(numbers(ordered)).toBe('2134')
    expect(ordered[0]).toMatchObject({ pinned: true, lastUsed: true })
  })
})
