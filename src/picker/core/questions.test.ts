import { describe, expect, it } from 'vitest'
import { settled, startClock } from './clock.testing.ts'
import { createCloud, forbidden, unavailable } from './cloud.testing.ts'
import { LANDLINE, MOBILE, OTHER_MOBILE, openPicker, openReady } from './picker.testing.ts'
import type { Wants } from './queries.ts'
import { createQuestions } from './questions.ts'

describe('an answer', () => {
  const wants = (part: Partial<Wants>): Wants => ({
    client: cloud.client,
    instanceId: undefined,
    userId: 'agent',
    memory: null,
    groups: false,
    pick: null,
    all: null,
    count: () => 5,
    hear: () => {},
    ...part,
  })
  const [one, other] = [MOBILE, OTHER_MOBILE].map((callee) => ({ callee, skillGroupIds: ['a'] }))
  let cloud = createCloud()

  it('belongs to its question, and to no other', async () => {
    startClock()
    cloud = createCloud()
    const questions = createQuestions(() => {})
    questions.start(() => {})
    questions.want(wants({ pick: one ?? null, all: ['a'] }))
    for (const asked of [...cloud.waiting])
      asked.answer([{ Caller: { Number: '1234' }, Number: '1' }])
    await settled()
    for (const answerTo of [questions.pick, questions.all]) {
      expect(answerTo(one ?? null).data).toBeDefined()
      expect(answerTo(other ?? null).data).toBeUndefined()
    }
    questions.stop()
  })

  it('belongs to none while another question takes the place of its own', async () => {
    startClock()
    const known: unknown[] = []
    const questions = createQuestions(() => {})
    cloud = createCloud(() => known.push(questions.pick(one ?? null).waiting))
    questions.start(() => {})
    questions.want(wants({ pick: one ?? null }))
    questions.want(wants({ pick: other ?? null }))
    expect(known).toEqual([false])
    questions.stop()
  })

  it('is heard for the question that was wanted last, also in the middle of a change', async () => {
    startClock()
    const last = { callee: LANDLINE, skillGroupIds: ['a'] }
    const questions = createQuestions(() => {})
    cloud = createCloud(() => questions.want(wants({ pick: last })))
    questions.start(() => {})
    questions.want(wants({ pick: one ?? null }))
    questions.want(wants({ pick: other ?? null }))
    expect(questions.pick(last).waiting).toBe(true)
    expect(questions.pick(other ?? null).waiting).toBe(false)
    questions.stop()
  })
})

describe('a transport that writes another number when its request is ended', () => {
  it('gets its number asked, and the answer is heard', async () => {
    const third = '13777777777'
    const { picker, cloud, now, callers, offer } = openPicker()
    picker.setCallee(MOBILE)
    cloud.waiting[0]?.signal?.addEventListener('abort', () => picker.setCallee(third))
    picker.setCallee(OTHER_MOBILE)
    expect(now().callee.reading).toMatchObject({ number: third })
    expect(now().pick.state).toBe('asking')
    const open = cloud.waiting.filter(({ signal }) => !signal?.aborted)
    expect(open.map(({ callee }) => callee)).toEqual([third])
    await offer(['01088888888'])
    expect(callers()).toEqual(['01088888888'])
    expect(now().draft).toMatchObject({ callee: third, caller: '01088888888' })
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

describe('the answer', () => {
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
