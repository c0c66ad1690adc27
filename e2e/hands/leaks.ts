import { type Kept, keptBy } from '../kept.ts'
import { expect, type Hands, test } from './hands.ts'
import type { HandsHost } from './handsHost.ts'

const CALLS = 1000

/** A day of picking leaves nothing behind. */
export function leakTests(host: HandsHost): void {
  test.describe(host.name, () => {
    test.use({ host })

    test('two thousand calls leave nothing behind', async ({ hands, page }) => {
      test.setTimeout(60_000)
      await hands.open()
      const browser = await page.context().newCDPSession(page)
      await call(hands, 1)
      const before = await keptBy(browser)
      await call(hands, CALLS + 1)
      const after = await keptBy(browser)
      await expect(hands.radios).toHaveCount(5)
      expectFlat(before, after)
    })

    test('two hundred pickers that come and go leave nothing behind', async ({ hands, page }) => {
      test.setTimeout(60_000)
      await hands.open({ options: { memory: true } })
      const browser = await page.context().newCDPSession(page)
      await comeAndGo(hands, 100)
      const before = await keptBy(browser)
      await comeAndGo(hands, 100)
      const after = await keptBy(browser)
      await expect(hands.radios).toHaveCount(5)
      expectFlat(before, after)
    })
  })
}

function expectFlat(before: Kept, after: Kept): void {
  expect(after.nodes - before.nodes).toBeLessThan(200)
  expect(after.listeners - before.listeners).toBeLessThan(50)
  expect(after.heap - before.heap).toBeLessThan(500_000)
}

/** Types numbers and calls them, each as soon as its callers are shown. */
async function call(hands: Hands, first: number): Promise<void> {
  const dialed = await hands.callee.evaluate(
    async (field, [first, calls]) => {
      const { type, press, asked, heard, dialed } = window.hands
      const root = field.getRootNode()
      if (!(root instanceof Document || root instanceof ShadowRoot)) return []
      for (let number = first; number < first + calls; number++) {
        type(field, String(13_800_000_000 + number))
        const caller = `010 ${String(number % 10_000).padStart(4, '0')} 0000`
        while (!root.querySelector(`[type=radio][aria-label="${caller}"]:checked`)) {
          await new Promise((resolve) => setTimeout(resolve))
        }
        press(field, 'Enter')
      }
      const callees = dialed.map(({ callee }) => Number(callee) - 13_800_000_000)
      for (const kept of [asked, heard, dialed]) kept.length = 0
      return callees
    },
    [first, CALLS] as const,
  )
  expect(dialed).toEqual(Array.from({ length: CALLS }, (_, index) => first + index))
}

/** The host opens and closes the picker, as for one customer after another. */
async function comeAndGo(hands: Hands, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await hands.page.evaluate(() => {
      window.hands.remove()
      window.hands.put()
    })
    await hands.callee.fill('13888888888')
    await hands.radios.last().waitFor()
  }
}
