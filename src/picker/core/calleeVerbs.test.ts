import { describe, expect, it, vi } from 'vitest'
import { LANDLINE, later, MOBILE, OTHER_MOBILE, openPicker, openReady } from './picker.testing.ts'

describe('the field', () => {
  it('groups what is pasted and what a host writes, and what is typed when the focus leaves', () => {
    const { picker, now } = openPicker()
    picker.paste(LANDLINE)
    expect(now().callee.typed).toBe('0571 888 8888')
    picker.setCallee(MOBILE)
    expect(now().callee.typed).toBe('138 8888 8888')
    picker.edit()
    picker.type(LANDLINE)
    expect(now().callee).toMatchObject({ typed: LANDLINE, editing: true })
    picker.leave()
    expect(now().callee).toMatchObject({ typed: '0571 888 8888', editing: false })
  })

  it('gives back what a paste took the place of, until something else is typed', () => {
    const { picker, now } = openPicker()
    picker.type('1388')
    picker.paste(MOBILE)
    picker.leave()
    expect(picker.undo()).toBe(true)
    expect(now().callee.typed).toBe('1388')
    expect(picker.undo()).toBe(false)
    picker.paste(MOBILE)
    picker.type('13')
    expect(picker.undo()).toBe(false)
  })

  it('gives back what was cleared', () => {
    const { picker, now } = openPicker()
    picker.type(MOBILE)
    picker.clear()
    expect(now().callee.typed).toBe('')
    picker.undo()
    expect(now().callee.typed).toBe(MOBILE)
  })

  it('holds several numbers until Enter takes the first', async () => {
    const { picker, cloud, now } = openPicker()
    picker.paste('13888888888 13999999999')
    expect(now().callee.reading).toEqual({ state: 'several', first: MOBILE, count: 2 })
    expect(cloud.requests).toHaveLength(0)
    expect(picker.press()).toBe(false)
    expect(now().callee.typed).toBe('138 8888 8888')
    expect(cloud.requests.map(({ callee }) => callee)).toEqual([MOBILE])
    picker.takeFirst()
    expect(now().callee.typed).toBe('138 8888 8888')
    picker.undo()
    expect(now().callee.typed).toBe('13888888888 13999999999')
  })

  it('holds what an input method composed, once that is done', () => {
    const { picker, now } = openPicker()
    picker.compose()
    picker.composed('１３８８８８８８８８８')
    expect(now().callee.typed).toBe('138 8888 8888')
    picker.compose()
    picker.composed(LANDLINE)
    expect(now().callee.typed).toBe(LANDLINE)
  })

  it('ignores what an input method composed if a host wrote a number meanwhile', () => {
    for (const write of ['setCallee', 'reset', 'obey'] as const) {
      const { picker, cloud, now, set } = openPicker()
      picker.type(MOBILE)
      picker.compose()
      if (write === 'setCallee') picker.setCallee(OTHER_MOBILE)
      if (write === 'reset') picker.reset()
      if (write === 'obey') set({ callee: OTHER_MOBILE })
      picker.composed('10086')
      expect(now().callee.typed, write).toBe(write === 'reset' ? '' : '139 9999 9999')
      expect(cloud.waiting.filter(({ signal }) => !signal?.aborted)).toHaveLength(
        write === 'reset' ? 0 : 1,
      )
    }
  })
})

describe('a host that writes a number or empties the field', () => {
  it('is not overruled by the focus that leaves the field afterwards', () => {
    const { picker, now } = openPicker()
    picker.edit()
    picker.type(LANDLINE)
    picker.setCallee(OTHER_MOBILE)
    picker.leave()
    expect(now().callee.typed).toBe('139 9999 9999')
    picker.edit()
    picker.type(LANDLINE)
    picker.reset()
    picker.leave()
    expect(now().callee.typed).toBe('')
  })

  it('brings back the groups that were chosen at first with a reset', () => {
    const { picker, now } = openPicker()
    picker.toggleSkillGroup('a')
    expect(now().skillGroups.chosenIds).toEqual(['b'])
    picker.reset()
    expect(now().skillGroups.chosenIds).toEqual(['a', 'b'])
  })
})

describe('a host that is told of the text', () => {
  it('hears every change once, and nothing where nothing changed', () => {
    const onCalleeChange = vi.fn()
    const { picker } = openPicker({ onCalleeChange })
    picker.type('138')
    picker.type('138')
    picker.type(LANDLINE)
    picker.leave()
    picker.leave()
    picker.setCallee(LANDLINE)
    picker.clear()
    picker.reset()
    expect(onCalleeChange.mock.calls.flat()).toEqual(['138', LANDLINE, '0571 888 8888', ''])
  })
})

describe('a host that keeps the callee', () => {
  it('has its way, whatever is typed', () => {
    const { picker, now, set } = openPicker({ callee: MOBILE })
    expect(now().callee.typed).toBe('138 8888 8888')
    picker.type('1388')
    set({})
    expect(now().callee.typed).toBe('138 8888 8888')
    set({ callee: '', dialDisabled: 'in a call' })
    expect(now().callee.typed).toBe('')
    expect(now().dialDisabled).toBe('in a call')
    set({ dialDisabled: false })
    expect(now().dialDisabled).toBe(false)
  })

  it('leaves the agent alone while it repeats what was typed', () => {
    const { picker, now, set } = openPicker({ onCalleeChange: (callee) => set({ callee }) })
    for (const text of ['0571', LANDLINE, `${LANDLINE}8`, LANDLINE]) {
      picker.type(text)
      expect(now().callee.typed).toBe(text)
    }
    picker.paste('95588')
    expect(picker.undo()).toBe(true)
  })

  it('may write the number in another way without taking back a check', async () => {
    const beforeDial = () => later<true>().promise
    const { picker, now, set } = await openReady({ beforeDial })
    picker.press()
    set({ callee: '+86 138-8888-8888' })
    expect(now().callee.typed).toBe('138 8888 8888')
    expect(now().dial.status).toBe('checking')
    set({ callee: OTHER_MOBILE })
    expect(now().dial.status).toBe('idle')
  })
})

describe('Escape', () => {
  it('takes back a warning, then a search, then the number', async () => {
    const beforeDial = () => ({ warn: 'Late.' })
    const { picker, clock, now } = await openReady({ beforeDial, userId: 'agent' })
    picker.search('010')
    picker.search(null)
    picker.press()
    await clock.pass(0)
    expect(now().dial.status).toBe('warned')
    expect(picker.takeBack()).toBe('warning')
    expect(now().dial.status).toBe('idle')
    picker.search('010')
    expect(picker.takeBack()).toBe('search')
    expect(now().search).toEqual({ filter: null })
    expect(picker.takeBack()).toBe('callee')
    expect(picker.takeBack()).toBeNull()
    expect(now().callee.typed).toBe('')
  })

  it('takes back the number if its call was refused', async () => {
    const { picker, clock, now } = await openReady({ beforeDial: () => false })
    picker.press()
    await clock.pass(0)
    expect(now().dial.status).toBe('refused')
    expect(picker.takeBack()).toBe('callee')
    expect(now().callee.typed).toBe('')
  })
})
