import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { openWarned } from './guard.testing.ts'
import { later, openReady } from './picker.testing.ts'

describe('a warning', () => {
  it('is confirmed 400 ms after it was drawn, and not before', async () => {
    const { picker, clock, dialed, now } = await openWarned()
    await clock.pass(399)
    picker.confirm()
    expect(dialed).toEqual([])
    await clock.pass(1)
    expect(now().dial).toMatchObject({ status: 'warned', ready: true })
    picker.confirm({ at: clock.now() - 1 })
    expect(dialed).toEqual([])
    picker.confirm()
    expect(dialed).toHaveLength(1)
  })

  it('is confirmed once, and the call is drawn until it ends', async () => {
    const { promise, resolve } = later<void>()
    const onDial = vi.fn(() => promise)
    const { picker, clock, now, draw, set } = await openWarned()
    set({ onDial })
    await clock.pass(400)
    picker.confirm()
    draw()
    await clock.pass(1000)
    picker.confirm()
    expect(now().dial.status).toBe('calling')
    resolve()
    await settled()
    draw()
    await clock.pass(1000)
    picker.confirm()
    expect(now().dial.status).toBe('done')
    expect(onDial).toHaveBeenCalledTimes(1)
  })

  it('is asked for again by a press, and the time to read it starts anew', async () => {
    const { picker, clock, checks, answer, dialed } = await openWarned()
    await clock.pass(300)
    expect(picker.dial()).toBe(false)
    expect(picker.press()).toBe(true)
    expect(checks.map(({ signal }) => signal.aborted)).toEqual([true, false])
    await answer({ warn: 'Late.' })
    await clock.pass(399)
    picker.confirm()
    expect(dialed).toEqual([])
    await clock.pass(1)
    picker.confirm()
    expect(dialed).toHaveLength(1)
  })

  it('is asked for again by a key on Dial, and a click there says nothing', async () => {
    const { picker, clock, checks } = await openWarned()
    await clock.pass(400)
    expect(picker.dial({ at: clock.now(), x: 1, y: 1 })).toBe(false)
    expect(checks).toHaveLength(1)
    expect(picker.dial({ at: clock.now() })).toBe(true)
    expect(checks.map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  it('is not asked for again if its guard, once told, makes the page go away', async () => {
    const { picker, checks, now, close } = await openWarned()
    checks[0]?.signal.addEventListener('abort', close)
    expect(picker.press()).toBe(false)
    expect(checks).toHaveLength(1)
    expect(now().dial.status).toBe('idle')
  })

  it('stays while blanks are moved and the focus comes and goes', async () => {
    const { picker, now } = await openWarned()
    for (const text of ['13888888888', '138 88888888', '138-8888-8888']) picker.type(text)
    picker.edit()
    picker.leave()
    expect(now().callee.typed).toBe('138 8888 8888')
    expect(now().dial).toMatchObject({ status: 'warned', reason: 'Late.' })
  })

  it('goes with its caller, its number, the permission to dial or the page', async () => {
    for (const change of ['caller', 'number', 'permission', 'page']) {
      const { picker, clock, dialed, now, set, close, open } = await openWarned()
      await clock.pass(400)
      if (change === 'caller') picker.move(1)
      if (change === 'number') picker.type('138')
      if (change === 'permission') set({ dialDisabled: true })
      if (change === 'page') close()
      expect(now().dial.status, change).toBe('idle')
      if (change === 'page') open()
      picker.confirm()
      expect(dialed).toEqual([])
    }
  })

  it('is taken back, by a press only once there was time to read it', async () => {
    const { picker, clock, checks, now, dialed } = await openWarned()
    picker.cancel({ at: clock.now() })
    expect(now().dial.status).toBe('warned')
    await clock.pass(400)
    picker.cancel({ at: clock.now() })
    expect(now().dial.status).toBe('idle')
    expect(checks[0]?.signal.aborted).toBe(true)
    picker.confirm()
    expect(dialed).toEqual([])
  })

  it('is not confirmed by a click that was meant for what had been there', async () => {
    const { picker, clock, dialed } = await openWarned()
    await clock.pass(400)
    picker.hand.point(50, 80)
    picker.hand.controlsMoved(clock.now())
    picker.confirm({ at: clock.now(), x: 50, y: 80 })
    expect(dialed).toEqual([])
    await clock.pass(400)
    picker.confirm({ at: clock.now(), x: 50, y: 80 })
    expect(dialed).toHaveLength(1)
  })
})

describe('nothing to take back', () => {
  it('is a call that is under way', async () => {
    const { picker, now } = await openReady({ onDial: () => later().promise })
    picker.dial()
    picker.cancel()
    expect(now().dial.status).toBe('calling')
  })
})
