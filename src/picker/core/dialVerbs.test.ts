import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import {
  FIRST,
  GROUPS,
  later,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  openReady,
  SECOND,
  THIRD,
} from './picker.testing.ts'

describe('Dial', () => {
  it('dials what is shown', async () => {
    const { picker, dialed } = await openReady()
    expect(picker.dial()).toBe(true)
    expect(dialed).toEqual([
      { callee: MOBILE, caller: FIRST, skillGroupIds: ['a', 'b'], requestId: 'request-1' },
    ])
  })

  it('dials the caller that was chosen a moment ago', async () => {
    const { picker, dialed } = await openReady()
    picker.move(1)
    expect(picker.dial()).toBe(true)
    expect(dialed[0]?.caller).toBe(SECOND)
  })

  it('does nothing while nothing is offered, while nobody looks, or while the agent may not dial', async () => {
    const { picker, dialed, set, close } = await openReady()
    set({ dialDisabled: 'in a call' })
    expect(picker.dial()).toBe(false)
    set({ dialDisabled: false })
    picker.type('')
    expect(picker.dial()).toBe(false)
    picker.undo()
    picker.setCallee(MOBILE)
    close()
    expect(picker.dial()).toBe(false)
    expect(dialed).toEqual([])
  })

  it('does nothing if the host forbade it or changed the groups without telling', async () => {
    const { picker, dialed, options } = await openReady()
    options().dialDisabled = true
    expect(picker.dial()).toBe(false)
    options().dialDisabled = false
    options().skillGroups = GROUPS.slice(1)
    expect(picker.dial()).toBe(false)
    expect(dialed).toEqual([])
  })

  it('leaves the call to the host’s newest onDial', async () => {
    const { promise, resolve } = later<true>()
    const { picker, dialed, set } = await openReady({ beforeDial: () => promise })
    picker.dial()
    const onDial = vi.fn()
    set({ onDial })
    resolve(true)
    await settled()
    expect(onDial).toHaveBeenCalledTimes(1)
    expect(dialed).toEqual([])
  })
})

describe('what a key can mean', () => {
  it('is only what was on the screen when it went down', async () => {
    const { picker, clock, dialed, offer } = openPicker()
    picker.setCallee(MOBILE)
    await clock.pass(100)
    const before = clock.now() - 1
    await offer()
    expect(picker.press({ at: before })).toBe(false)
    expect(picker.press({ at: clock.now() })).toBe(true)
    expect(dialed).toHaveLength(1)
  })

  it('is not another number for which the same callers are offered', async () => {
    const { picker, clock, dialed, offer } = await openReady()
    const before = clock.now()
    await clock.pass(100)
    picker.setCallee(OTHER_MOBILE)
    await offer()
    expect(picker.press({ at: before })).toBe(false)
    expect(picker.press()).toBe(true)
    expect(dialed.map(({ callee }) => callee)).toEqual([OTHER_MOBILE])
  })

  it('is not another number that was never drawn, even if the same callers are offered', async () => {
    const { picker, offer, close, draw } = await openReady()
    picker.subscribe(() => {})
    close()
    picker.setCallee(OTHER_MOBILE)
    await offer()
    expect(picker.press()).toBe(false)
    draw()
    expect(picker.press()).toBe(true)
  })

  it('is not a caller that was chosen before, but is only now offered again', async () => {
    const { picker, clock, offer, close, open, selected } = await openReady()
    picker.choose(SECOND)
    close()
    await clock.pass(100)
    open()
    const before = clock.now()
    await clock.pass(100)
    await offer()
    expect(selected()).toBe(SECOND)
    expect(picker.press({ at: before })).toBe(false)
    expect(picker.press()).toBe(true)
  })

  it('is not what has not been drawn', async () => {
    const { picker, clock, draw, close, open, offer, now } = openPicker()
    const leave = picker.subscribe(() => {})
    close()
    picker.setCallee(MOBILE)
    await offer()
    const old = now()
    expect(picker.press({ at: clock.now() })).toBe(false)
    picker.edit()
    picker.shown(old)
    expect(picker.press({ at: clock.now() })).toBe(false)
    draw()
    expect(picker.press({ at: clock.now() })).toBe(true)
    open()
    leave()
  })

  it('is not a caller that has just been selected by itself', async () => {
    const { picker, clock, dialed, set, selected } = await openReady()
    const before = clock.now()
    picker.choose(SECOND)
    await clock.pass(100)
    const disabled = (number: string) => (number === SECOND ? { disabled: 'used up' } : undefined)
    set({ annotateCaller: ({ number }) => disabled(number) })
    expect(selected()).toBe(FIRST)
    expect(picker.press({ at: before })).toBe(false)
    expect(picker.press({ at: clock.now() })).toBe(true)
    expect(dialed[0]?.caller).toBe(FIRST)
  })

  it('is not a caller that became the first one a moment ago', async () => {
    const { picker, clock, set, selected } = await openReady()
    await clock.pass(100)
    set({ annotateCaller: ({ number }) => (number === FIRST ? { disabled: 'no' } : undefined) })
    expect(selected()).toBe(SECOND)
    expect(picker.press({ at: clock.now() - 1 })).toBe(false)
    picker.choose(THIRD)
    expect(picker.press({ at: clock.now() - 1 })).toBe(false)
  })

  it('is not a caller that a key reached from one that is not drawn yet', async () => {
    const { picker, dialed, set, close, draw } = await openReady()
    picker.subscribe(() => {})
    close()
    set({ annotateCaller: ({ number }) => (number === FIRST ? { disabled: 'no' } : undefined) })
    picker.move(1)
    expect(picker.press()).toBe(false)
    draw()
    expect(picker.press()).toBe(true)
    expect(dialed[0]?.caller).toBe(THIRD)
  })

  it('is nothing within 400 ms after the focus fell on what it would press', async () => {
    const { picker, clock, dialed } = await openReady()
    picker.hand.focusFell(clock.now())
    await clock.pass(399)
    expect(picker.press()).toBe(false)
    await clock.pass(1)
    expect(picker.press()).toBe(true)
    expect(dialed).toHaveLength(1)
  })

  it('stays what it was while an edit keeps the number', async () => {
    const { picker, clock, dialed } = await openReady()
    const before = clock.now()
    await clock.pass(100)
    picker.type('1388 8888 888')
    picker.leave()
    expect(picker.press({ at: before })).toBe(true)
    expect(dialed).toHaveLength(1)
  })
})
