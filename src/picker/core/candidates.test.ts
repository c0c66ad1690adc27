import { describe, expect, it, vi } from 'vitest'
import type { PlacedNumber } from '../../ccc/index.ts'
import { readCandidates, rememberLast, searchNumbers } from './candidates.ts'

const beijing = { province: '北京', city: '北京' }
const hangzhou = { province: '浙江', city: '杭州' }
const ningbo = { province: '浙江', city: '宁波' }

const listed = (number: string, place = beijing) => ({ number, ...place, requestId: 'r' })
const offer = (number: string) => ({ ...listed(number), match: 'other' as const })
const noHabits = { pins: [], answered: null, lastUsed: null }

describe('the candidates', () => {
  it('say what the host says of each, and what is known of it', () => {
    const annotate = ({ number }: PlacedNumber) =>
      number === '1' ? { note: '48/50', tone: 'warning' as const } : undefined
    const [one, two] = readCandidates([offer('1'), offer('2')], noHabits, annotate, null, 50)
    expect(one).toMatchObject({ number: '1', note: '48/50', tone: 'warning', requestId: 'r' })
    expect(two).toEqual({
      ...offer('2'),
      pinned: false,
      lastUsed: false,
      answeredLast: false,
      today: null,
      capped: false,
    })
  })

  it('say what is known of earlier calls, and which are used up', () => {
    const uses = new Map([
      ['1', { dialed: 49, answered: 9 }],
      ['2', { dialed: 50, answered: 9 }],
    ])
    const past = { state: 'known' as const, last: null, answered: '2', uses }
    const offers = [offer('1'), offer('2'), offer('3')]
    expect(readCandidates(offers, noHabits, undefined, past, 50)).toMatchObject([
      { today: { dialed: 49, answered: 9 }, capped: false, answeredLast: false },
      { today: { dialed: 50, answered: 9 }, capped: true, answeredLast: true },
      { today: null, capped: false, answeredLast: false },
    ])
    const uncapped = readCandidates(offers, noHabits, undefined, past, Number.POSITIVE_INFINITY)
    expect(uncapped.map(({ capped }) => capped)).toEqual([false, false, false])
  })

  it('keep their number whatever a host adds', () => {
    const annotate = () => ({ note: '', number: '9', requestId: 'other' })
    expect(readCandidates([offer('1')], noHabits, annotate, null, 50)[0]).toMatchObject(offer('1'))
  })

  it('come without notes, the habitual ones first', () => {
    const habits = { pins: ['2'], answered: null, lastUsed: null }
    const found = readCandidates([offer('1'), offer('2')], habits, undefined, null, 50)
    expect(found.map(({ number }) => number)).toEqual(['2', '1'])
  })
})

describe('a search', () => {
  const all = [
    listed('01089898989'),
    listed('057188888888', hangzhou),
    listed('057487654321', ningbo),
  ]
  const search = (filter: string, place: typeof beijing | null = null) =>
    searchNumbers(all, filter, place).map(({ number }) => number)

  it('finds a number by some of its digits, however they are grouped', () => {
    expect(search('8989')).toEqual(['01089898989'])
    expect(search('0571 88-88')).toEqual(['057188888888'])
  })

  it('finds numbers by all words of a place or of the number', () => {
    expect(search('浙江')).toEqual(['057188888888', '057487654321'])
    expect(search('浙江 杭州')).toEqual(['057188888888'])
    expect(search('宁波 4321')).toEqual(['057487654321'])
    expect(search('广州')).toEqual([])
  })

  it('finds everything with no filter, the nearest to the callee first', () => {
    expect(search('', ningbo)).toEqual(['057487654321', '057188888888', '01089898989'])
    expect(searchNumbers(all, '', ningbo).map(({ match }) => match)).toEqual([
      'same-city',
      'same-province',
      'other',
    ])
  })

  it('names a number that is listed twice once', () => {
    expect(searchNumbers([...all, ...all], '', null)).toHaveLength(3)
  })
})

describe('what is remembered', () => {
  it('is the last result, as long as the arguments are the same', () => {
    const compute = vi.fn((one: object, other: string) => ({ one, other }))
    const remembered = rememberLast(compute)
    const argument = {}
    expect(remembered(argument, 'x')).toBe(remembered(argument, 'x'))
    expect(compute).toHaveBeenCalledTimes(1)
    expect(remembered({}, 'x')).not.toBe(remembered(argument, 'x'))
    remembered(argument, 'y')
    expect(compute).toHaveBeenCalledTimes(4)
  })
})
