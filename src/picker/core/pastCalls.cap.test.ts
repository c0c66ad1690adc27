import { describe, expect, it, vi } from 'vitest'
import { settled } from './clock.testing.ts'
import { openWith } from './pastCalls.testing.ts'
import { CALLERS, FIRST, MOBILE, OTHER_MOBILE, SECOND, THIRD } from './picker.testing.ts'

describe('a caller at its cap', () => {
  it('cannot be chosen, and stays selected if it is: only the agent changes that', async () => {
    const { offer, use, selected, marked, picker, callers } = await openWith()
    await offer()
    await use(FIRST, 50)
    expect(marked('capped')).toEqual([FIRST])
    expect(callers()).toEqual(CALLERS)
    expect(selected()).toBe(FIRST)
    picker.move(1)
    expect(selected()).toBe(SECOND)
    picker.choose(FIRST)
    picker.chooseNth(1)
    expect(selected()).toBe(SECOND)
    picker.move(-1)
    expect(selected()).toBe(THIRD)
  })

  it('stays selected if the agent chose it before that was known', async () => {
    const { offer, use, selected, picker } = await openWith()
    await offer()
    picker.choose(SECOND)
    await use(SECOND, 50)
    expect(selected()).toBe(SECOND)
    picker.move(-1)
    expect(selected()).toBe(FIRST)
  })

  it('is not dialed by a press, but a call that was begun before goes on', async () => {
    const guard = vi.fn(() => new Promise<true>((allow) => allows.push(() => allow(true))))
    const allows: (() => void)[] = []
    const { offer, use, picker, dialed, clock } = await openWith({ beforeDial: guard })
    await offer()
    expect(picker.press()).toBe(true)
    await use(FIRST, 50)
    allows[0]?.()
    await settled()
    expect(dialed).toHaveLength(1)
    await clock.pass(1000)
    expect(picker.press()).toBe(false)
    expect(guard).toHaveBeenCalledTimes(1)
    picker.move(1)
    expect(picker.press()).toBe(true)
  })

  it('is remembered for the next customer, and not selected then', async () => {
    const { offer, use, selected, picker, clock } = await openWith()
    await offer()
    await use(FIRST, 50)
    const paste = async (callee: string) => {
      picker.setCallee(callee)
      await settled()
      await offer()
    }
    await paste(OTHER_MOBILE)
    expect(selected()).toBe(SECOND)
    await clock.pass(10 * 60_000 + 1)
    await paste(MOBILE)
    expect(selected()).toBe(FIRST)
  })

  it('is not selected by a search that finds it first, and the pick stays as it was', async () => {
    const { offer, use, selected, picker, cloud } = await openWith({ userId: 'agent' })
    await offer()
    await use(FIRST, 50)
    expect(selected()).toBe(FIRST)
    picker.search('')
    cloud.waiting.at(-1)?.answer([FIRST, SECOND].map((number) => ({ Number: number })))
    await settled()
    expect(selected()).toBe(SECOND)
    picker.search(null)
    expect(selected()).toBe(FIRST)
  })

  it('is at 50 calls, or as many as the host says', async () => {
    const { offer, use, marked, set } = await openWith()
    await offer()
    await use(FIRST, 49)
    expect(marked('capped')).toEqual([])
    set({ callerCap: 49 })
    expect(marked('capped')).toEqual([FIRST])
  })

  it('is asked about once for each question, also when there are more', async () => {
    const { asked, offer, picker } = await openWith({ count: 2 })
    await offer([FIRST, SECOND])
    picker.more()
    await settled()
    await offer([FIRST, SECOND, THIRD])
    expect(asked.callers.map(({ callers }) => callers)).toEqual([[FIRST, SECOND], [THIRD]])
  })
})
