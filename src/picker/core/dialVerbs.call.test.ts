import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { FIRST, GROUPS, later, MOBILE, OTHER_MOBILE, openReady, SECOND } from './picker.testing.ts'

describe('a call', () => {
  it('is alone: nothing else is dialed until it settles', async () => {
    const { promise, resolve } = later<void>()
    const onDial = vi.fn(() => promise)
    const { picker, clock, offer, now } = await openReady({ onDial })
    picker.dial()
    picker.setCallee(OTHER_MOBILE)
    await offer()
    await clock.pass(1000)
    expect(picker.dial()).toBe(false)
    expect(now().dial).toMatchObject({ status: 'calling', draft: { callee: MOBILE } })
    resolve()
    await settled()
    expect(now().dial.status).toBe('idle')
    expect(picker.dial()).toBe(true)
    expect(onDial).toHaveBeenCalledTimes(2)
  })

  it('goes on while nobody looks, and still counts when somebody looks again', async () => {
    const { promise, resolve } = later<void>()
    const { picker, close, open, now } = await openReady({ onDial: () => promise })
    picker.dial()
    close()
    expect(now().dial.status).toBe('calling')
    open()
    expect(picker.dial()).toBe(false)
    resolve()
    await settled()
    expect(now().dial.status).toBe('done')
  })

  it('that failed says why, also if the host allows dialing again only then', async () => {
    const { picker, now, set } = await openReady({
      onDial: () => Promise.reject(new Error('busy')),
    })
    picker.dial()
    set({ dialDisabled: true })
    await settled()
    expect(now().dial).toMatchObject({ status: 'failed', reason: 'busy' })
    set({ dialDisabled: false })
    expect(now().dial.status).toBe('failed')
    picker.move(1)
    expect(now().dial.status).toBe('idle')
  })

  it('is not made if the draft changes in the moment before it', async () => {
    const { picker, dialed, now } = await openReady()
    const stop = picker.subscribe(() => {
      if (now().dial.status === 'calling') picker.setCallee(OTHER_MOBILE)
    })
    picker.dial()
    expect(dialed).toEqual([])
    expect(now().dial.status).toBe('idle')
    stop()
  })

  it('is not made if the host changes something without telling in the moment before it', async () => {
    for (const quietly of [{ skillGroups: GROUPS.slice(1) }, { dialDisabled: true }]) {
      const signals: AbortSignal[] = []
      const beforeDial = (_draft: unknown, { signal }: { signal: AbortSignal }) => {
        signals.push(signal)
        return true
      }
      const { picker, dialed, now, options } = await openReady({ beforeDial })
      picker.subscribe(() => {
        if (now().dial.status === 'calling') Object.assign(options(), quietly)
      })
      picker.dial()
      await settled()
      expect(dialed).toEqual([])
      expect(now().dial.status).toBe('idle')
      expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    }
  })

  it('is not made if everybody leaves and comes back in the moment before it', async () => {
    const { picker, dialed, now, close, open } = await openReady()
    close()
    const stop = picker.subscribe(() => {
      if (now().dial.status !== 'calling') return
      stop()
      open()
    })
    picker.shown(now())
    picker.dial()
    expect(dialed).toEqual([])
    expect(now().dial.status).toBe('idle')
  })
})

describe('one press', () => {
  it('is two presses in one task', async () => {
    const { picker, dialed } = await openReady()
    expect([picker.dial(), picker.dial()]).toEqual([true, false])
    expect(dialed).toHaveLength(1)
  })

  it('is a second press 60 ms after a call that failed at once', async () => {
    const onDial = vi.fn(() => Promise.reject(new Error('busy')))
    const { picker, clock, now } = await openReady({ onDial })
    picker.press()
    await clock.pass(60)
    expect(now().dial.status).toBe('failed')
    expect(picker.press()).toBe(false)
    await clock.pass(400)
    expect(picker.press()).toBe(true)
    expect(onDial).toHaveBeenCalledTimes(2)
  })

  it('is a key that is held down for seconds', async () => {
    const { picker, clock, dialed } = await openReady()
    for (let held = 0; held < 5000; held += 30) {
      picker.press()
      await clock.pass(30)
    }
    expect(dialed).toHaveLength(1)
  })

  it('is a key that is held down while the agent may not dial for a while', async () => {
    const { picker, clock, dialed, set } = await openReady()
    for (let held = 0; held < 3000; held += 30) {
      picker.press()
      if (held === 300) set({ dialDisabled: 'in a call' })
      if (held === 1500) set({ dialDisabled: false })
      await clock.pass(30)
    }
    expect(dialed).toHaveLength(1)
  })

  it('is a press that arrives late: one that is older does not shorten the time', async () => {
    const { picker, clock, dialed } = await openReady()
    const before = clock.now()
    await clock.pass(300)
    picker.press()
    await settled()
    picker.press({ at: before })
    await clock.pass(200)
    picker.press()
    expect(dialed).toHaveLength(1)
  })

  it('is not a press for another caller', async () => {
    const { picker, dialed } = await openReady()
    picker.press()
    await settled()
    picker.move(1)
    expect(picker.press()).toBe(true)
    expect(dialed.map(({ caller }) => caller)).toEqual([FIRST, SECOND])
  })
})
