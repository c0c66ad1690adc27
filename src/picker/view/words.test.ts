import { describe, expect, it } from 'vitest'
import type { PickerCandidate, PickerSnapshot } from '../core/index.ts'
import { enUS, zhCN } from '../messages/index.ts'
import { candidateName, explainHistory, remarksOf, whenText } from './words.ts'

const now = new Date(2026, 10, 25, 15, 0).getTime()
const at = (month: number, day: number, hours: number, minutes = 0) =>
  new Date(2026, month - 1, day, hours, minutes).getTime()

describe('when something was', () => {
  it.each([
    [at(11, 25, 9, 5), '今天 09:05', 'Today 09:05'],
    [at(11, 25, 0), '今天 00:00', 'Today 00:00'],
    [at(11, 24, 23, 59), '昨天 23:59', 'Yesterday 23:59'],
    [at(11, 23, 16, 20), '11月23日', 'Nov 23'],
  ])('is said as one says it', (moment, chinese, english) => {
    expect(whenText(moment, now, 'zh-CN')).toBe(chinese)
    expect(whenText(moment, now, 'en-US')).toBe(english)
  })
})

describe('the last call', () => {
  const last = { caller: '057187650056', at: at(11, 24, 16, 20), outcome: 'no-answer' as const }
  const said = (history: PickerSnapshot['history'], messages = zhCN) =>
    explainHistory({ history }, messages, now)

  it('is told in one line', () => {
    expect(said({ state: 'known', last })).toBe('昨天 16:20 用 0571 8765 0056 拨打，未接')
    expect(said({ state: 'known', last }, enUS)).toBe(
      'Yesterday 16:20 from 0571 8765 0056, no answer',
    )
  })

  it('is not told where nothing is known, and a failure is a word', () => {
    for (const state of ['idle', 'asking', 'known'] as const) {
      expect(said({ state, last: null })).toBe('')
    }
    expect(said(null)).toBe('')
    expect(said({ state: 'failed', last: null }, enUS)).toBe('Call history unavailable')
  })
})

describe('the remarks on a caller', () => {
  const caller: PickerCandidate = {
    number: '01089898989',
    city: '北京',
    province: '北京',
    match: 'same-city',
    requestId: 'R',
    pinned: false,
    lastUsed: false,
    answeredLast: false,
    today: null,
    capped: false,
  }

  it('say its use today', () => {
    const today = { dialed: 48, answered: 15 }
    expect(remarksOf({ ...caller, today }, zhCN).use).toBe('今日 48 次 · 接通 31 %')
    expect(remarksOf({ ...caller, today }, enUS).use).toBe('48 today · 31 % answered')
    expect(remarksOf({ ...caller, today: { dialed: 0, answered: 0 } }, zhCN).use).toBe('')
  })

  it('say that it was answered last rather than that it was used last', () => {
    const seen = { ...caller, pinned: true, lastUsed: true }
    expect(remarksOf(seen, zhCN).habits).toEqual(['已固定', '上次使用'])
    expect(remarksOf({ ...seen, answeredLast: true }, zhCN).habits).toEqual(['已固定', '上次接通'])
  })

  it('say why it cannot be chosen, in the host’s words first', () => {
    const capped = { ...caller, capped: true, today: { dialed: 50, answered: 9 }, note: 'VIP' }
    expect(remarksOf(capped, zhCN)).toMatchObject({ note: '今日已呼 50 次，达到上限', use: '' })
    expect(remarksOf({ ...capped, disabled: 'blocked' }, zhCN).note).toBe('blocked')
  })

  it('are part of its name', () => {
    const today = { dialed: 4, answered: 1 }
    expect(candidateName({ ...caller, answeredLast: true, today }, zhCN)).toBe(
      '010 8989 8989 北京 同城 上次接通 今日 4 次 · 接通 25 %',
    )
  })
})
