import { describe, expect, it, vi } from 'vitest'
import type { CalleeHistory, CallHistory, DialGuard, DialGuardContext } from '../core/index.ts'
import { allGuards } from './allGuards.ts'
import { type CallFrequencyOptions, type CallLimit, callFrequency } from './callFrequency.ts'
import { callingHours } from './callingHours.ts'

const draft = { callee: '13888888888', caller: '01089898989', skillGroupIds: [], requestId: '' }
const context: DialGuardContext = { signal: new AbortController().signal, locale: 'en-US' }
const at = (time: string) => () => Date.parse(`2026-11-23T${time}:00+08:00`)

describe('callingHours', () => {
  it.each([
    ['07:59', false],
    ['08:00', true],
    ['20:59', true],
    ['21:00', false],
    ['00:00', false],
  ])('at %s in Shanghai allows a call: %s', async (time, allowed) => {
    const verdict = await callingHours({ now: at(time) })(draft, context)
    expect(verdict === undefined).toBe(allowed)
  })

  it('says in the agent’s language when calls are allowed', async () => {
    const guard = callingHours({ now: at('22:30') })
    expect(await guard(draft, context)).toEqual({
      refuse: 'It is 22:30; calls are allowed from 08:00 to 21:00 only.',
    })
    expect(await guard(draft, { ...context, locale: 'zh-CN' })).toEqual({
      refuse: '当前时间 22:30，仅可在 08:00–21:00 之间外呼。',
    })
  })

  it('counts the hours in the zone it is given, over midnight too', async () => {
    const night = { from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' }
    // 12:00 in Shanghai is 05:00 in Berlin in November.
    expect(await callingHours({ ...night, now: at('12:00') })(draft, context)).toBeUndefined()
    expect(await callingHours({ ...night, now: at('13:00') })(draft, context)).toBeDefined()
  })

  it('is not made from hours or zones that make no sense', () => {
    expect(() => callingHours({ from: '8:00' })).toThrow('from is "8:00"')
    expect(() => callingHours({ to: '25:00' })).toThrow('to is "25:00"')
    expect(() => callingHours({ timeZone: 'Mars/Olympus' })).toThrow(RangeError)
  })
})

describe('callFrequency', () => {
  const counted = (inFive: number, inDay: number) =>
    callFrequency({ countCalls: (_callee, minutes) => (minutes === 5 ? inFive : inDay) })

  it('lets a call pass below every limit', async () => {
    expect(await counted(2, 4)(draft, context)).toBeUndefined()
  })

  it('refuses at a limit and says which', async () => {
    expect(await counted(3, 3)(draft, context)).toEqual({
      refuse: 'Called 3 times within 5 minutes; that is the limit.',
    })
    expect(await counted(0, 5)(draft, { ...context, locale: 'zh-CN' })).toEqual({
      refuse: '24 小时内已呼叫该客户 5 次，已达上限。',
    })
  })

  it.each([
    ['nothing', undefined],
    ['no records', {}],
    ['no function', { countCalls: undefined, history: null }],
  ])('is not made from %s', (_what, options: unknown) => {
    expect(() => callFrequency(options as CallFrequencyOptions)).toThrow(
      new TypeError(
        'callFrequency: countCalls is undefined. Pass countCalls, a function that counts calls in your records, or history.',
      ),
    )
  })

  it('warns instead where the host wants that', async () => {
    const guard = callFrequency({
      countCalls: async () => 1,
      limits: [{ calls: 1, minutes: 60 }],
      atLimit: 'warn',
    })
    expect(await guard(draft, context)).toEqual({
      warn: 'Called 1 time within 1 hour; that is the limit.',
    })
  })
})

describe('callFrequency with history', () => {
  const now = 1_780_000_000_000
  const minutes = (count: number) => now - count * 60_000
  const calls = { last5Minutes: 0, last24Hours: 0, last7Days: 0 }
  const nothing: CalleeHistory = { calls, last: null, lastAnswered: null }
  const last = (at: number) => ({ caller: '01089898989', at, outcome: 'no-answer' as const })
  const guardFor = (
    answer: Partial<CalleeHistory> | 'fails' | 'hangs',
    options: { strict?: boolean; limits?: readonly CallLimit[] } = {},
  ) => {
    const ofCallee = vi.fn<CallHistory['ofCallee']>(async () => {
      if (answer === 'fails') throw new Error('refused')
      if (answer === 'hangs') return new Promise<never>(() => {})
      return { ...nothing, ...answer }
    })
    const history: CallHistory = { ofCallee, ofCallers: async () => new Map() }
    const guard = callFrequency({ history, now: () => now, ...options })
    return { guard, ofCallee }
  }
  const three = { refuse: 'Called 3 times within 5 minutes; that is the limit.' }

  it('counts what the whole team did', async () => {
    const { guard, ofCallee } = guardFor({ calls: { ...calls, last5Minutes: 3, last24Hours: 3 } })
    const offer = Promise.resolve('sealed')
    expect(await guard(draft, { ...context, offer })).toEqual(three)
    expect(ofCallee.mock.calls[0]?.[0]).toBe(draft.callee)
    expect(await ofCallee.mock.calls[0]?.[1].offer).toBe('sealed')
  })

  it('adds what this desk did since, and no call twice', async () => {
    const { guard } = guardFor({ calls: { ...calls, last5Minutes: 2 }, last: last(minutes(3)) })
    expect(await guard(draft, { ...context, ownCalls: [minutes(3) - 500] })).toBeUndefined()
    expect(await guard(draft, { ...context, ownCalls: [minutes(1)] })).toEqual(three)
    expect(await guard(draft, { ...context, ownCalls: [minutes(6)] })).toBeUndefined()
  })

  it('counts what this desk did where the records are masked or cannot be had', async () => {
    const ownCalls = [minutes(3), minutes(2), minutes(1)]
    for (const answer of [{ calls: { ...calls, last5Minutes: 2 } }, 'fails'] as const) {
      const { guard } = guardFor(answer)
      expect(await guard(draft, { ...context, ownCalls })).toEqual(three)
      expect(await guard(draft, { ...context, ownCalls: [minutes(1)] })).toBeUndefined()
    }
  })

  it.each(['fails', 'hangs'] as const)('never passes silently if it is strict: %s', async (how) => {
    vi.useFakeTimers()
    const { guard } = guardFor(how, { strict: true })
    const verdict = guard(draft, { ...context, locale: 'zh-CN' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(await verdict).toEqual({ warn: '暂时查不到该客户已被呼叫几次。' })
    vi.useRealTimers()
  })

  it('is not made for a window that history does not count', () => {
    const limits = [{ calls: 1, minutes: 60 }]
    expect(() => guardFor({}, { limits })).toThrow('no window of 60 minutes. Use 5, 1440, 10080.')
  })
})

describe('allGuards', () => {
  const warn =
    (reason: string): DialGuard =>
    () => ({ warn: reason })

  it('gathers warnings', async () => {
    expect(await allGuards(warn('a'), () => true, warn('b'))(draft, context)).toEqual({
      warn: 'a\nb',
    })
    expect(await allGuards(() => {})(draft, context)).toBeUndefined()
  })

  it('refuses without a reason too', async () => {
    expect(await allGuards(warn('a'), () => false)(draft, context)).toBe(false)
  })

  it('asks nobody after a refusal', async () => {
    const unreachable: DialGuard = () => {
      throw new Error('asked')
    }
    const refuse: DialGuard = () => ({ refuse: 'no' })
    expect(await allGuards(warn('a'), refuse, unreachable)(draft, context)).toEqual({
      refuse: 'no',
    })
  })
})
