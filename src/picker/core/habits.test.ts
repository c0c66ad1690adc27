import { beforeEach, describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { memoryOf, startMemory } from './memory.testing.ts'
import {
  CALLERS,
  FIRST,
  GROUPS,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  openReady,
  SECOND,
  THIRD,
} from './picker.testing.ts'

vi.mock('../memory/index.ts', () => import('./memory.testing.ts'))
beforeEach(startMemory)

describe('a pinned caller', () => {
  it('comes first, wherever it is offered, until it is unpinned', async () => {
    const { picker, callers, selected, offer } = await openReady({ memory: true })
    picker.pin(SECOND)
    expect(callers()).toEqual([SECOND, FIRST, THIRD])
    expect(selected()).toBe(SECOND)
    picker.setCallee(OTHER_MOBILE)
    await offer()
    expect(callers()).toEqual([SECOND, FIRST, THIRD])
    picker.pin(SECOND)
    expect(callers()).toEqual(CALLERS)
  })

  it('is not dialed by a key that went down before it came first', async () => {
    const { picker, clock, dialed } = await openReady({ memory: true })
    await clock.pass(100)
    picker.pin(SECOND)
    expect(picker.press({ at: clock.now() - 1 })).toBe(false)
    expect(picker.press()).toBe(true)
    expect(dialed[0]?.caller).toBe(SECOND)
  })
})

describe('a memory', () => {
  it('is heard only while somebody looks', async () => {
    const one = await openReady({ memory: true })
    const hear = vi.fn()
    one.close()
    const before = one.now()
    const other = await openReady({ memory: true })
    other.picker.pin(SECOND)
    expect(one.now()).toBe(before)
    one.open()
    one.picker.subscribe(hear)
    other.picker.pin(THIRD)
    expect(other.callers()).toEqual([SECOND, THIRD, FIRST])
    expect(hear).toHaveBeenCalled()
  })

  it('is not kept busy by a picker that nobody looks at any more', async () => {
    const leave = vi.fn()
    const subscribe = vi.spyOn(memoryOf(), 'subscribe').mockReturnValue(leave)
    const { close } = await openReady({ memory: true })
    expect(leave).not.toHaveBeenCalled()
    close()
    expect(leave).toHaveBeenCalledTimes(1)
    subscribe.mockRestore()
  })

  it('that the host turns on later is asked the next time', async () => {
    const page = await openReady({ memory: true, count: 3 })
    page.picker.choose(THIRD)
    page.picker.press()
    await settled()
    const { picker, set, offer, callers } = await openReady({ memory: false, count: 3 })
    expect(callers()).toEqual(CALLERS)
    set({ memory: true })
    picker.more()
    await offer()
    expect(callers()).toEqual([THIRD, FIRST, SECOND])
  })
})

describe('the caller that a customer saw last', () => {
  it('comes first the next time, if the call was made', async () => {
    const { picker, callers, offer, clock } = await openReady({ memory: true })
    picker.choose(THIRD)
    picker.press()
    await settled()
    picker.clear()
    await clock.pass(1)
    picker.setCallee(MOBILE)
    await offer()
    expect(callers()).toEqual([THIRD, FIRST, SECOND])
  })

  it('comes first when somebody looks again', async () => {
    const { callers, offer, clock, close, open } = await openReady({ memory: true })
    await memoryOf().remember(MOBILE, THIRD)
    close()
    await clock.pass(1)
    open()
    await offer()
    expect(callers()).toEqual([THIRD, FIRST, SECOND])
  })

  it('is not remembered if the call failed, or where the host wants no memory', async () => {
    const onDial = vi.fn(() => Promise.reject(new Error('busy')))
    for (const memory of [true, false]) {
      const { picker, callers, offer, clock, set, now } = await openReady({ memory, onDial })
      picker.choose(THIRD)
      picker.press()
      await settled()
      set({ memory: true })
      picker.clear()
      await clock.pass(1)
      picker.setCallee(MOBILE)
      await offer()
      expect(callers()).toEqual(CALLERS)
      expect(now().memory).toEqual({ enabled: true })
      onDial.mockImplementation(() => Promise.resolve() as Promise<never>)
    }
  })

  it('is forgotten at once when the agent or the host says so', async () => {
    for (const forgets of ['agent', 'host']) {
      startMemory()
      await memoryOf().remember(MOBILE, THIRD)
      const { picker, now, set, callers } = await openReady({ memory: true })
      expect(callers()).toEqual([THIRD, FIRST, SECOND])
      if (forgets === 'agent') picker.remember(false)
      else set({ memory: false })
      expect(callers()).toEqual(CALLERS)
      expect(now().memory).toEqual(forgets === 'agent' ? { enabled: false } : null)
    }
  })
})

describe('skill groups', () => {
  it('are those of last time, and what is ticked is remembered', () => {
    const first = openPicker({ memory: true })
    expect(first.now().skillGroups.chosenIds).toEqual(['a', 'b'])
    first.picker.toggleSkillGroup('a')
    expect(first.now().skillGroups.chosenIds).toEqual(['b'])
    const next = openPicker({ memory: true, skillGroups: [...GROUPS, { id: 'c', name: 'c' }] })
    expect(next.now().skillGroups.chosenIds).toEqual(['b'])
    next.picker.toggleSkillGroup('c')
    next.picker.reset()
    expect(next.now().skillGroups.chosenIds).toEqual(['b'])
  })

  it('are those of last time from the first request on, also when somebody looks again', () => {
    const asked = ({ cloud }: ReturnType<typeof openPicker>) =>
      cloud.requests.map(({ skillGroupIds }) => skillGroupIds.join())
    const early = openPicker({ memory: true, defaultCallee: MOBILE })
    early.close()
    memoryOf().keepSkillGroups(['b'])
    early.open()
    expect(asked(early)).toEqual(['a,b', 'b'])
    expect(asked(openPicker({ memory: true, defaultCallee: MOBILE }))).toEqual(['b'])
  })

  it('are all of them again if none of last time is left', () => {
    openPicker({ memory: true }).picker.toggleSkillGroup('a')
    const { now } = openPicker({ memory: true, skillGroups: [{ id: 'c', name: 'c' }] })
    expect(now().skillGroups.chosenIds).toEqual(['c'])
  })
})
