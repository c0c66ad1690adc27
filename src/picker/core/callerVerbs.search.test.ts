import { describe, expect, it } from 'vitest'
import { settled } from './clock.testing.ts'
import { forbidden, pickOf } from './cloud.testing.ts'
import {
  FIRST,
  LANDLINE,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  openReady,
  SECOND,
} from './picker.testing.ts'

describe('a search through all numbers', () => {
  const lists = async (page: ReturnType<typeof openPicker>, numbers: readonly string[]) => {
    page.cloud.waiting.at(-1)?.answer(numbers.map((number) => ({ Number: number })))
    await settled()
  }

  it('loads them once, and shows those that it finds', async () => {
    const page = await openReady({ userId: 'agent' })
    page.picker.search('444')
    expect(page.cloud.waiting).toMatchObject([
      { action: 'ListOutboundNumbersOfUser', skillGroupIds: ['a', 'b'] },
    ])
    expect(page.now().pick.state).toBe('asking')
    await lists(page, ['01044444444', '01055555555'])
    expect(page.callers()).toEqual(['01044444444'])
    page.picker.search('010')
    expect(page.callers()).toEqual(['01044444444', '01055555555'])
    page.picker.search('9999')
    expect(page.now().pick.state).toBe('empty')
    expect(page.cloud.requests).toHaveLength(2)
  })

  it('dials what it found, and gives back the pick as it was', async () => {
    const page = await openReady({ userId: 'agent' })
    page.picker.choose(SECOND)
    page.picker.search('')
    await lists(page, ['01044444444'])
    page.picker.press()
    expect(page.dialed).toMatchObject([{ caller: '01044444444', requestId: 'request-2' }])
    page.picker.search(null)
    expect(page.selected()).toBe(SECOND)
  })

  it('has nothing of the pick: neither more of it nor its unreadable entries', async () => {
    const page = openPicker({ userId: 'agent', count: 1 })
    page.picker.setCallee(MOBILE)
    expect(page.now().more).toBeNull()
    page.cloud.waiting[0]?.answer([...pickOf(MOBILE, [FIRST]), 'unreadable'])
    await settled()
    expect(page.now().more).toEqual({ adding: false })
    expect(page.now().pick).toMatchObject({ state: 'found', dropped: 1 })
    page.picker.search('')
    await lists(page, [SECOND])
    expect(page.now().more).toBeNull()
    expect(page.now().pick).toMatchObject({ state: 'found', dropped: 0 })
  })

  it('is for the groups that are ticked', async () => {
    const page = await openReady({ userId: 'agent' })
    page.picker.search('')
    await lists(page, [FIRST])
    page.picker.toggleSkillGroup('a')
    page.picker.search('')
    expect(page.now().pick.state).toBe('asking')
    expect(page.cloud.waiting.at(-1)).toMatchObject({
      action: 'ListOutboundNumbersOfUser',
      skillGroupIds: ['b'],
    })
  })

  it('waits for the pause of a number, as the pick does, and cannot begin before', async () => {
    const page = openPicker({ userId: 'agent' })
    page.picker.setCallee(LANDLINE)
    page.picker.search('')
    await page.clock.pass(500)
    await page.offer()
    expect(page.now().search).toEqual({ filter: null })
    page.picker.search('')
    page.picker.type(`${LANDLINE}8`)
    page.picker.type(LANDLINE)
    expect(page.now().pick.state).toBe('paused')
    expect(page.now().search).toBeNull()
  })

  it('that failed is asked for again', async () => {
    const page = await openReady({ userId: 'agent' })
    page.picker.search('')
    page.cloud.waiting[0]?.fail(forbidden())
    await settled()
    expect(page.now().pick.state).toBe('failed')
    page.picker.retry()
    await lists(page, ['01044444444'])
    expect(page.callers()).toEqual(['01044444444'])
  })

  it('ends with its question, and there is none without an agent or a question', async () => {
    const { picker, now, set, offer } = await openReady({ userId: 'agent' })
    picker.search('')
    picker.setCallee(OTHER_MOBILE)
    expect(now().search).toEqual({ filter: null })
    picker.setCallee(LANDLINE)
    expect(now().search).toBeNull()
    set({ userId: undefined })
    picker.setCallee(MOBILE)
    await offer()
    picker.search('')
    expect(now().search).toBeNull()
    expect(now().pick.state).toBe('found')
  })
})
