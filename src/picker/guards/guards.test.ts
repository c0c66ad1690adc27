import { describe, expect, it } from 'vitest'
import type { DialGuard, DialGuardContext } from '../core/index.ts'
import { allGuards } from './allGuards.ts'
import { callFrequency } from './callFrequency.ts'
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
