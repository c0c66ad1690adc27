import { expect, Hands, test } from './hands.ts'

/** Tabs of one browser remember together. */
export function tabTests(lacks: readonly string[]): void {
  if (lacks.includes('others')) return

  test('two tabs that pin at once lose nothing', async ({ hands, context, host }) => {
    if (!host) return
    const other = new Hands(await context.newPage(), host)
    const tabs = [hands, other] as const
    for (const tab of tabs) {
      await tab.open({ options: { memory: true } })
      await tab.ready()
      await tab.more.click()
      await expect(tab.radios).toHaveCount(10)
    }
    for (const turn of [0, 1, 2, 3]) {
      const callers = tabs.map((_, index) => hands.caller(1 + turn * 2 + index))
      const time = Date.now() + 1000
      await Promise.all(tabs.map((tab, index) => tab.pinAt(time, callers[index] ?? '')))
      for (const tab of tabs) {
        await expect.poll(() => tab.storedPins()).toHaveLength(turn * 2 + 2)
        await expect.poll(() => tab.pinned()).toEqual(expect.arrayContaining(callers))
      }
    }
  })
}
