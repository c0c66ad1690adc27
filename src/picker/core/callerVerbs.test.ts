import { describe, expect, it } from 'vitest'
import { settled } from './clock.testing.ts'
import { forbidden } from './cloud.testing.ts'
import { CALLERS, FIRST, MOBILE, OTHER_MOBILE, openReady, SECOND, THIRD } from './picker.testing.ts'

const disabling = (...numbers: readonly string[]) => ({
  annotateCaller: ({ number }: { number: string }) =>
    numbers.includes(number) ? { disabled: 'used up' } : undefined,
})

describe('the selected caller', () => {
  it('is the first that is not disabled, until the agent chooses', async () => {
    const { picker, selected } = await openReady(disabling(FIRST))
    expect(selected()).toBe(SECOND)
    picker.choose(FIRST)
    expect(selected()).toBe(SECOND)
    picker.choose(THIRD)
    expect(selected()).toBe(THIRD)
    picker.choose('01099999999')
    expect(selected()).toBe(THIRD)
  })

  it('moves through those that are not disabled, around both ends', async () => {
    const { picker, selected } = await openReady(disabling(SECOND))
    picker.move(1)
    expect(selected()).toBe(THIRD)
    picker.move(1)
    expect(selected()).toBe(FIRST)
    picker.move(-1)
    expect(selected()).toBe(THIRD)
  })

  it('is the one at a position, unless that is disabled', async () => {
    const { picker, selected } = await openReady(disabling(SECOND))
    picker.chooseNth(3)
    expect(selected()).toBe(THIRD)
    picker.chooseNth(2)
    picker.chooseNth(9)
    expect(selected()).toBe(THIRD)
  })

  it('is told after it was chosen from afar, but not after a choice in the list', async () => {
    const { picker, now } = await openReady()
    const told = () => now().told?.number ?? null
    expect(told()).toBeNull()
    picker.move(1)
    expect(told()).toBe(SECOND)
    picker.choose(THIRD)
    expect(told()).toBeNull()
    picker.chooseNth(1)
    expect(told()).toBe(FIRST)
  })

  it('is chosen for one question, and the choice ends with its number', async () => {
    const { picker, selected, offer } = await openReady({ count: 3 })
    picker.choose(SECOND)
    picker.setCallee(OTHER_MOBILE)
    await offer()
    expect(selected()).toBe(FIRST)
    picker.more()
    expect(selected()).toBe(FIRST)
    picker.choose(THIRD)
    picker.toggleSkillGroup('a')
    await offer()
    expect(selected()).toBe(FIRST)
    picker.choose(SECOND)
    picker.clear()
    picker.undo()
    expect(selected()).toBe(FIRST)
  })
})

describe('a caller that was chosen', () => {
  it('still is if the agent takes a digit away, presses Enter and puts it back', async () => {
    const { picker, selected } = await openReady()
    picker.choose(SECOND)
    picker.type(MOBILE.slice(0, -1))
    picker.press()
    picker.type(MOBILE)
    expect(selected()).toBe(SECOND)
  })
})

describe('more callers', () => {
  it('are added below, each once, and keep the answer that they came in', async () => {
    const { picker, cloud, now, callers, offer } = await openReady({ count: 3, maxCount: 5 })
    picker.choose(SECOND)
    picker.more()
    picker.more()
    expect(now().more).toEqual({ adding: true })
    expect(cloud.waiting).toMatchObject([{ count: 5 }])
    await offer(['01044444444', SECOND, '01055555555'])
    expect(callers()).toEqual([...CALLERS, '01044444444', '01055555555'])
    expect(now().draft).toMatchObject({ caller: SECOND, requestId: 'request-1' })
    picker.chooseNth(5)
    expect(now().draft).toMatchObject({ caller: '01055555555', requestId: 'request-2' })
    expect(now().more).toBeNull()
    picker.more()
    expect(cloud.requests).toHaveLength(2)
  })

  it('are not asked for where the cloud had fewer than it was asked for', async () => {
    const { now } = await openReady({ count: 4 })
    expect(now().more).toBeNull()
  })

  it('may fail to come: what is there stays, and can be dialed', async () => {
    const { picker, cloud, now, callers, dialed, offer } = await openReady({ count: 3 })
    picker.more()
    const error = forbidden()
    cloud.waiting[0]?.fail(error)
    await settled()
    expect(now().pick).toMatchObject({ state: 'found', error })
    expect(callers()).toEqual(CALLERS)
    picker.retry()
    expect(now().pick).toMatchObject({ error: null })
    await offer(['01044444444'])
    expect(callers()).toEqual([...CALLERS, '01044444444'])
    picker.press()
    expect(dialed).toHaveLength(1)
  })
})
