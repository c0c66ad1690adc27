import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { pickOf } from './cloud.testing.ts'
import { historyOf, startHistory } from './history.testing.ts'
import type { CallHistory } from './history.ts'
import { openWith } from './pastCalls.testing.ts'
import {
  CALLERS,
  FIRST,
  MOBILE,
  OTHER_MOBILE,
  openPicker,
  SECOND,
  THIRD,
} from './picker.testing.ts'

vi.mock('../memory/index.ts', () => import('./memory.testing.ts'))

describe('what a customer answered last', () => {
  it('is asked together with the pick, and comes first if it is known when the rows are shown', async () => {
    const { asked, cloud, callers, selected, offer, marked, now } = await openWith()
    expect(asked.callees.map(({ callee }) => callee)).toEqual([MOBILE])
    expect(cloud.waiting).toHaveLength(1)
    expect(now().history).toEqual({ state: 'asking', last: null })
    await asked.callees[0]?.answer(historyOf(FIRST, SECOND))
    await offer()
    expect(callers()).toEqual([SECOND, FIRST, THIRD])
    expect(selected()).toBe(SECOND)
    expect(marked('answeredLast')).toEqual([SECOND])
    expect(now().history).toMatchObject({ state: 'known', last: { caller: FIRST } })
  })

  it('is only marked if it comes later, and a press that was under way is heard', async () => {
    const { asked, callers, selected, offer, marked, picker, clock, dialed } = await openWith()
    await offer()
    await clock.pass(100)
    const press = { at: clock.now() }
    await clock.pass(10)
    await asked.callees[0]?.answer(historyOf(SECOND))
    expect(callers()).toEqual(CALLERS)
    expect(selected()).toBe(FIRST)
    expect(marked('answeredLast')).toEqual([SECOND])
    expect(picker.press(press)).toBe(true)
    expect(dialed).toMatchObject([{ caller: FIRST }])
  })

  it('comes first if it came with the pick itself: it is there before the rows are first shown', async () => {
    const history: CallHistory = {
      ofCallee: async (_callee, { offer }) => historyOf((await offer) ?? ''),
      ofCallers: async () => new Map(),
    }
    const { cloud, picker, now } = openPicker({ history })
    const orders = new Set<string>()
    picker.subscribe(() => {
      const { pick } = now()
      if (pick.state === 'found') orders.add(pick.candidates.map(({ number }) => number).join())
    })
    picker.setCallee(MOBILE)
    await settled()
    cloud.waiting[0]?.answer(pickOf(MOBILE, CALLERS), SECOND)
    await settled()
    expect([...orders]).toEqual([[SECOND, FIRST, THIRD].join()])
  })

  it('comes first between the answer and its first sight', async () => {
    const asked = startHistory()
    const page = openPicker({ history: asked.history })
    page.close()
    page.picker.subscribe(() => {})
    page.picker.setCallee(MOBILE)
    await page.offer()
    expect(page.callers()).toEqual(CALLERS)
    await asked.callees[0]?.answer(historyOf(SECOND))
    expect(page.callers()).toEqual([SECOND, FIRST, THIRD])
    page.draw()
    expect(page.picker.press()).toBe(true)
    expect(page.dialed).toMatchObject([{ caller: SECOND }])
  })

  it('stands below what the agent pinned', async () => {
    const { asked, callers, offer, picker } = await openWith({ memory: true })
    await asked.callees[0]?.answer(historyOf(SECOND))
    await offer()
    picker.pin(THIRD)
    expect(callers()).toEqual([THIRD, SECOND, FIRST])
  })

  it('does not move up when it is offered later, as one more', async () => {
    const { asked, callers, selected, offer, picker, marked } = await openWith({ count: 2 })
    await asked.callees[0]?.answer(historyOf(THIRD))
    await offer([FIRST, SECOND])
    picker.more()
    await settled()
    await offer([FIRST, SECOND, THIRD])
    expect(callers()).toEqual(CALLERS)
    expect(marked('answeredLast')).toEqual([THIRD])
    expect(selected()).toBe(FIRST)
  })

  it('is asked anew for another customer, whose answer the last one’s is not', async () => {
    const { asked, picker, offer, callers, now } = await openWith()
    const [first] = asked.callees
    picker.setCallee(OTHER_MOBILE)
    await settled()
    expect(first?.context.signal.aborted).toBe(true)
    await first?.answer(historyOf(SECOND))
    await offer()
    expect(callers()).toEqual(CALLERS)
    expect(now().history).toEqual({ state: 'asking', last: null })
    expect(asked.callees.map(({ callee }) => callee)).toEqual([MOBILE, OTHER_MOBILE])
  })
})

describe('a history', () => {
  it('that fails or cannot be read says so, and nothing else changes', async () => {
    const { asked, offer, callers, now, picker, dialed } = await openWith()
    await asked.callees[0]?.fail()
    await offer()
    await asked.callers[0]?.fail()
    expect(now().history).toEqual({ state: 'failed', last: null })
    expect(callers()).toEqual(CALLERS)
    expect(picker.press()).toBe(true)
    expect(dialed).toHaveLength(1)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('broken'))],
    ['answers nothing', () => Promise.resolve(JSON.parse('null'))],
    ['answers nonsense', () => Promise.resolve(JSON.parse('{"last":{"at":"now"}}'))],
  ])('that %s breaks nothing', async (_what, answer) => {
    const history = { ofCallee: answer, ofCallers: answer }
    const { callers, offer, now } = await openWith({ history })
    await offer()
    expect(callers()).toEqual(CALLERS)
    expect(now().history).toMatchObject({ last: null })
  })

  it('is told what the answer carried for it, and does not hold up the pick', async () => {
    const { asked, cloud, callers } = await openWith()
    const tell = vi.fn()
    void asked.callees[0]?.context.offer.then(tell)
    await settled()
    expect(tell).not.toHaveBeenCalled()
    cloud.waiting[0]?.answer([{ Caller: { Number: FIRST } }])
    await settled()
    expect(callers()).toEqual([FIRST])
    expect(tell).toHaveBeenCalledWith(null)
    expect(await asked.callers[0]?.context.offer).toBeNull()
  })

  it('is asked only while somebody looks', async () => {
    const asked = startHistory()
    const { close, picker } = openPicker({ history: asked.history })
    close()
    picker.setCallee(MOBILE)
    await settled()
    expect(asked.callees).toEqual([])
    const end = picker.subscribe(() => {})
    await settled()
    expect(asked.callees).toHaveLength(1)
    end()
    expect(asked.callees[0]?.context.signal.aborted).toBe(true)
  })

  it('is none where the host brings none', async () => {
    const { now, offer, rows } = await openWith({ history: undefined })
    await offer()
    expect(now().history).toBeNull()
    expect(rows()[0]).toMatchObject({ answeredLast: false, today: null, capped: false })
  })

  it('may lead to another question while it is told that this one is over', async () => {
    const { asked, picker, now } = await openWith()
    asked.callees[0]?.context.signal.addEventListener('abort', () => picker.setCallee(MOBILE))
    picker.setCallee(OTHER_MOBILE)
    await settled()
    expect(now().callee.typed).toBe('138 8888 8888')
    const open = asked.callees.filter(({ context }) => !context.signal.aborted)
    expect(open.map(({ callee }) => callee)).toEqual([MOBILE])
  })
})
