import { describe, expect, it } from 'vitest'
import { settled } from './clock.testing.ts'
import { forbidden, unavailable } from './cloud.testing.ts'
import { MOBILE, OTHER_MOBILE, openPicker, openReady } from './picker.testing.ts'

describe('a transport that writes another number when its request is ended', () => {
  it('gets its number asked, and no caller of the number before is offered for it', async () => {
    const { picker, cloud, now, callers, set, offer } = openPicker({
      userId: 'agent',
      skillGroups: undefined,
    })
    cloud.waiting[0]?.answer([{ SkillGroupId: 'a' }])
    await settled()
    picker.setCallee(MOBILE)
    cloud.waiting[0]?.signal?.addEventListener('abort', () => picker.setCallee('95588'))
    picker.setCallee(OTHER_MOBILE)
    expect(now().callee.typed).toBe('95588')
    expect(now().pick.state).toBe('paused')
    picker.press()
    await offer(['01088888888'])
    expect(now().draft).toMatchObject({ callee: '95588', caller: '01088888888' })

    set({ userId: 'other' })
    cloud.waiting.at(-1)?.signal?.addEventListener('abort', () => picker.setCallee(OTHER_MOBILE))
    set({ userId: 'third' })
    expect(now().callee.typed).toBe('139 9999 9999')
    expect(callers()).toEqual([])
  })
})

describe('more callers', () => {
  it('are not asked for if whoever sees the request empties the field', async () => {
    const { picker, cloud, now } = await openReady({ count: 3 })
    const stop = picker.subscribe(() => {
      stop()
      picker.reset()
    })
    picker.more()
    await settled()
    expect(cloud.requests).toHaveLength(1)
    expect(now().pick.state).toBe('idle')
  })
})

describe('an answer', () => {
  it('may be empty, and may fail', async () => {
    const { picker, cloud, offer, now } = openPicker()
    picker.setCallee(MOBILE)
    await offer([])
    expect(now().pick).toEqual({ state: 'empty', error: null })
    picker.setCallee(OTHER_MOBILE)
    const error = forbidden()
    cloud.waiting[0]?.fail(error)
    await settled()
    expect(now().pick).toEqual({ state: 'failed', error })
    expect(now().draft).toBeNull()
  })

  it('that failed is asked for twice more if that may help soon', async () => {
    const { picker, clock, cloud, now } = openPicker()
    picker.setCallee(MOBILE)
    for (const wait of [400, 800]) {
      cloud.waiting[0]?.fail(unavailable())
      await clock.pass(wait - 1)
      expect(cloud.waiting).toHaveLength(0)
      await clock.pass(1)
    }
    cloud.waiting[0]?.fail(unavailable())
    await clock.pass(10_000)
    expect(cloud.requests).toHaveLength(3)
    expect(now().pick.state).toBe('failed')
  })

  it('that failed is asked for again by Enter or by hand, once', async () => {
    const { picker, cloud, now, offer } = openPicker()
    picker.setCallee(MOBILE)
    for (const again of [picker.retry, picker.press]) {
      cloud.waiting[0]?.fail(forbidden())
      await settled()
      again()
      again()
      expect(now().pick.state).toBe('asking')
    }
    await offer()
    picker.retry()
    expect(cloud.requests).toHaveLength(3)
    expect(now().pick.state).toBe('found')
  })
})
