import { describe, expect, it } from 'vitest'
import { openSlow } from './guard.testing.ts'
import { FIRST, LANDLINE, OTHER_MOBILE, SECOND } from './picker.testing.ts'

describe('while a guard checks', () => {
  it('another caller and another press check and dial that caller, and never the first', async () => {
    const { picker, checks, answer, checked, dialed } = await openSlow()
    picker.press()
    picker.move(1)
    expect(checks[0]?.signal.aborted).toBe(true)
    expect(picker.press()).toBe(true)
    expect(checked()).toEqual([FIRST, SECOND])
    await answer(undefined, 0)
    expect(dialed).toEqual([])
    await answer(undefined, 1)
    expect(dialed.map(({ caller }) => caller)).toEqual([SECOND])
  })

  it('nothing else is checked or dialed', async () => {
    const { picker, checks } = await openSlow()
    expect([picker.press(), picker.press(), picker.dial()]).toEqual([true, false, false])
    expect(checks).toHaveLength(1)
  })

  it('a keystroke takes the call back, even if the number is the same again in the end', async () => {
    const { picker, answer, dialed, now } = await openSlow()
    picker.press()
    picker.type('138 8888 888')
    expect(now().dial.status).toBe('idle')
    picker.type('138 8888 8888')
    await answer(true)
    expect(dialed).toEqual([])
  })

  it('a host that forbids dialing takes the call back, even if it allows it again', async () => {
    const { picker, checks, answer, dialed, set, now } = await openSlow()
    picker.press()
    set({ dialDisabled: 'in a call' })
    expect(checks[0]?.signal.aborted).toBe(true)
    expect(now().dial.status).toBe('idle')
    set({ dialDisabled: false })
    await answer(true)
    expect(dialed).toEqual([])
  })

  it('a host may forbid dialing without telling', async () => {
    const { picker, checks, answer, dialed, options, now } = await openSlow()
    picker.press()
    options().dialDisabled = true
    await answer(true)
    expect(dialed).toEqual([])
    expect(now().dial.status).toBe('idle')
    expect(checks[0]?.signal.aborted).toBe(true)
  })

  it('leaving the page takes the call back, even if somebody looks again', async () => {
    const { picker, checks, answer, dialed, close, open, now } = await openSlow()
    picker.press()
    close()
    expect(checks[0]?.signal.aborted).toBe(true)
    expect(now().dial.status).toBe('idle')
    open()
    await answer(true)
    expect(dialed).toEqual([])
  })

  it('the field may lose the focus and group its number: that is the same call', async () => {
    const { picker, clock, checks, answer, dialed, now, offer } = await openSlow()
    picker.type(LANDLINE)
    await clock.pass(500)
    await offer()
    picker.press()
    picker.leave()
    expect(now().callee.typed).toBe('0571 888 8888')
    picker.dial()
    expect(checks).toHaveLength(1)
    await answer(true)
    expect(dialed.map(({ callee }) => callee)).toEqual([LANDLINE])
  })

  it('time passes: nothing is dialed, and the agent can press again', async () => {
    const { picker, clock, checks, answer, dialed, now } = await openSlow({ guardTimeout: 1000 })
    picker.press()
    await clock.pass(1000)
    expect(now().dial.status).toBe('unchecked')
    await answer(true, 0)
    expect(dialed).toEqual([])
    expect(picker.press()).toBe(true)
    expect(checks).toHaveLength(2)
  })

  it('what its signal sets off may change the number, and that is shown', async () => {
    const { picker, checks, now } = await openSlow()
    picker.press()
    checks[0]?.signal.addEventListener('abort', () => picker.setCallee('95588'))
    picker.setCallee(OTHER_MOBILE)
    expect(now().callee.typed).toBe('95588')
  })

  it('what its signal sets off may be a press, and no check is forgotten', async () => {
    const { picker, checks, answer, dialed, now } = await openSlow()
    picker.press()
    checks[0]?.signal.addEventListener('abort', () => picker.press())
    picker.move(1)
    expect(now().dial).toMatchObject({ status: 'checking', draft: { caller: SECOND } })
    await answer(true)
    expect(dialed).toHaveLength(1)
    expect(now().dial.status).toBe('done')
  })

  it('what its signal sets off may be the end of the page, and then nothing is shown', async () => {
    const { picker, clock, checks, now, close, open } = await openSlow({ guardTimeout: 1000 })
    picker.press()
    checks[0]?.signal.addEventListener('abort', close)
    await clock.pass(1000)
    expect(now().dial.status).toBe('idle')
    open()
    expect(now().dial.status).toBe('idle')
  })
})
