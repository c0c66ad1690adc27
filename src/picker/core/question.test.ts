import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import {
  CALLERS,
  GROUPS,
  LANDLINE,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  openReady,
} from './picker.testing.ts'

describe('a question', () => {
  it('is asked at once if the number is final', () => {
    const { picker, cloud, now } = openPicker()
    picker.type(MOBILE)
    expect(cloud.requests).toMatchObject([
      { action: 'PickOutboundNumbers', callee: MOBILE, skillGroupIds: ['a', 'b'], count: 5 },
    ])
    expect(now().pick.state).toBe('asking')
  })

  it('is asked after half a second without a key if the number could continue', async () => {
    const { picker, clock, cloud, now } = openPicker()
    picker.type(LANDLINE.slice(0, -1))
    await clock.pass(400)
    picker.type(LANDLINE)
    await clock.pass(499)
    expect(now().pick.state).toBe('paused')
    expect(cloud.requests).toHaveLength(0)
    await clock.pass(1)
    expect(cloud.requests.map(({ callee }) => callee)).toEqual([LANDLINE])
  })

  it('is asked on Enter, which does not dial', async () => {
    const { picker, clock, cloud, dialed, offer } = openPicker()
    picker.type('10086')
    expect(picker.press()).toBe(false)
    expect(cloud.requests).toHaveLength(1)
    await offer()
    await clock.pass(500)
    expect(cloud.requests).toHaveLength(1)
    expect(dialed).toEqual([])
  })

  it('is asked once, however its number is grouped, and not while it is typed', async () => {
    const { picker, clock, cloud } = openPicker()
    for (let length = 1; length < MOBILE.length; length++) {
      picker.type(MOBILE.slice(0, length))
      await clock.pass(1000)
    }
    expect(cloud.requests).toHaveLength(0)
    for (const text of [MOBILE, '138 8888 8888', '1388 8888888', '+86 13888888888']) {
      picker.type(text)
      await clock.pass(1000)
    }
    expect(cloud.requests).toHaveLength(1)
  })

  it('is still waited for if its number is grouped before the pause is over', async () => {
    const { picker, clock, cloud } = openPicker()
    picker.type(LANDLINE)
    await clock.pass(400)
    picker.leave()
    await clock.pass(499)
    expect(cloud.requests).toHaveLength(0)
    await clock.pass(1)
    expect(cloud.requests).toHaveLength(1)
  })

  it('that paused is not asked again when its number is grouped', async () => {
    const { picker, clock, cloud, now } = openPicker()
    picker.type(LANDLINE)
    await clock.pass(500)
    picker.leave()
    expect(now().callee).toMatchObject({ typed: '0571 888 8888', rested: true })
    await clock.pass(1000)
    expect(cloud.requests).toHaveLength(1)
    expect(cloud.waiting[0]?.signal?.aborted).toBe(false)
  })

  it('is not asked while an input method composes, or without groups', () => {
    const { picker, cloud, now, set } = openPicker()
    picker.compose()
    picker.type(MOBILE)
    expect(cloud.requests).toHaveLength(0)
    set({ skillGroups: [] })
    picker.composed(MOBILE)
    expect(cloud.requests).toHaveLength(0)
    expect(now().pick.state).toBe('idle')
    set({ skillGroups: GROUPS })
    expect(cloud.requests).toHaveLength(1)
  })

  it('ends its request when it changes, and hears no answer to it', async () => {
    const { picker, cloud, callers, offer } = openPicker()
    picker.setCallee(MOBILE)
    const [first] = cloud.requests
    picker.setCallee(OTHER_MOBILE)
    expect(first?.signal?.aborted).toBe(true)
    await offer(['01099999999'])
    first?.answer([{ Caller: { Number: '01088888888' } }])
    await settled()
    expect(callers()).toEqual(['01099999999'])
    picker.toggleSkillGroup('a')
    expect(callers()).toEqual([])
    expect(cloud.waiting.at(-1)?.skillGroupIds).toEqual(['b'])
  })

  it('gets a new answer when it comes back later', async () => {
    const { picker, clock, cloud, now } = await openReady()
    picker.setCallee(OTHER_MOBILE)
    await clock.pass(1)
    picker.setCallee(MOBILE)
    expect(now().pick.state).toBe('asking')
    expect(cloud.requests.map(({ callee }) => callee)).toEqual([MOBILE, OTHER_MOBILE, MOBILE])
  })

  it('is another question for another agent, or at another instance', async () => {
    const { cloud, now, set, offer } = await openReady()
    for (const who of [{ userId: 'agent' }, { userId: 'other' }, { instanceId: 'ccc-test' }]) {
      const { length } = cloud.requests
      set(who)
      expect(now().draft).toBeNull()
      expect(cloud.requests).toHaveLength(length + 1)
      await offer()
    }
  })

  it('names the instance only if the host does', () => {
    for (const [instanceId, named] of [
      ['ccc-test', 'ccc-test'],
      ['', undefined],
    ]) {
      const { picker, cloud } = openPicker({ instanceId })
      picker.setCallee(MOBILE)
      expect(cloud.requests[0]?.instanceId).toBe(named)
    }
  })

  it('keeps its answer when the host passes another client', async () => {
    const { cloud, callers, set, options, picker } = await openReady({ count: 3 })
    const { call } = options().client
    const asked = vi.fn()
    set({
      client: {
        call: (...request) => {
          asked()
          return call(...request)
        },
      },
    })
    expect(callers()).toEqual(CALLERS)
    expect(cloud.requests).toHaveLength(1)
    picker.more()
    expect(asked).toHaveBeenCalledTimes(1)
    picker.setCallee(OTHER_MOBILE)
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
