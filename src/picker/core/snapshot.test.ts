import { describe, expect, it, vi } from 'vitest'
import { LANDLINE, MOBILE, openPicker, openReady, SECOND } from './picker.testing.ts'

describe('a snapshot', () => {
  it('stays the same object until something changes', async () => {
    const { picker, now, set } = await openReady()
    const hear = vi.fn()
    picker.subscribe(hear)
    const before = now()
    picker.leave()
    picker.type('138 8888 8888')
    picker.choose('01000000000')
    set({ onDial: () => {}, annotateCaller: () => undefined })
    set({ skillGroups: [...now().skillGroups.chosenIds].map((id) => ({ id, name: id })) })
    expect(now()).toBe(before)
    expect(hear).not.toHaveBeenCalled()
  })

  it('keeps the parts that did not change', async () => {
    const { picker, now } = await openReady()
    const before = now()
    picker.edit()
    expect(now()).not.toBe(before)
    expect(now().callee).not.toBe(before.callee)
    for (const part of ['pick', 'skillGroups', 'draft', 'dial', 'place', 'more'] as const) {
      expect(now()[part], part).toBe(before[part])
    }
  })

  it('keeps the rows that did not change, also where the host makes its notes anew each time', async () => {
    const annotateCaller = () => ({ note: '48/50' })
    const { now, set } = await openReady({ annotateCaller })
    const rows = () => {
      const { pick } = now()
      return pick.state === 'found' ? pick.candidates : []
    }
    const before = rows()
    set({ annotateCaller: () => ({ note: '48/50' }) })
    expect(rows()).toBe(before)
    set({ annotateCaller: ({ number }) => ({ note: number === SECOND ? '49/50' : '48/50' }) })
    expect(rows().map((row, index) => row === before[index])).toEqual([true, false, true])
    expect(rows()[1]?.note).toBe('49/50')
  })

  it('says when a number may be called wrong: after half a second without a key', async () => {
    const { picker, clock, now } = openPicker()
    expect(now().callee.rested).toBe(true)
    picker.type('1388')
    await clock.pass(499)
    picker.type('13888')
    await clock.pass(499)
    expect(now().callee).toMatchObject({ rested: false, reading: { state: 'incomplete' } })
    await clock.pass(1)
    expect(now().callee.rested).toBe(true)
    picker.type(LANDLINE)
    picker.type(LANDLINE.replace('8', '7'))
    expect(now().callee.rested).toBe(false)
  })

  it('shows the callee grouped, or masked', async () => {
    const { now, set } = await openReady()
    expect(now().callee.shown).toBe('138 8888 8888')
    set({ maskCallee: true })
    expect(now().callee).toMatchObject({
      typed: '138 8888 8888',
      shown: '138 **** 8888',
      masked: true,
    })
    expect(now().draft?.callee).toBe(MOBILE)
  })

  it('has no draft if all callers are disabled', async () => {
    const { picker, now, set } = await openReady()
    set({ annotateCaller: () => ({ disabled: 'used up' }) })
    expect(now().pick).toMatchObject({ state: 'found', selected: null })
    expect(now().draft).toBeNull()
    picker.move(1)
    picker.chooseNth(1)
    expect(now().draft).toBeNull()
    expect(picker.press()).toBe(false)
  })
})
