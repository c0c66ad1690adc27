import { expect, Hands, test } from './hands.ts'
import type { Feature } from './handsHost.ts'

/** Tabs of one browser remember together. */
export function tabTests(lacks: readonly Feature[]): void {
  if (lacks.includes('others')) return

  test('two tabs that pin at once lose nothing', async ({ hands, context, host }) => {
    if (!host) return
    test.setTimeout(60_000)
    const other = new Hands(await context.newPage(), host)
    const tabs = [hands, other] as const
    for (const tab of tabs) {
      await tab.open({ options: { memory: true } })
      await tab.ready()
      await tab.more.click()
      await expect(tab.radios).toHaveCount(10)
    }
    for (const turn of [0, 1, 2]) {
      const callers = tabs.map((_, index) => hands.caller(1 + turn * 2 + index))
      const time = Date.now() + 1000
      await Promise.all(tabs.map((tab, index) => pinAt(tab, time, callers[index] ?? '')))
      for (const tab of tabs) {
        await expect.poll(() => storedPins(tab)).toHaveLength(turn * 2 + 2)
        await expect.poll(() => pinned(tab)).toEqual(expect.arrayContaining(callers))
      }
    }
  })
}

/** Selects a caller, and pins it at this time of the computer's clock. */
async function pinAt({ root }: Hands, time: number, caller: string): Promise<void> {
  const name = caller.replace(/^(...)(....)(....)$/, '$1 $2 $3')
  const radio = root.getByRole('radio', { name })
  // Rows move when the other tab pins, and a click on one that has just moved is not meant.
  await radio.press('Space')
  await expect(radio).toBeChecked()
  await root.getByRole('button', { name: '固定此号码' }).evaluate((button, time) => {
    while (Date.now() < time);
    if (button instanceof HTMLElement) button.click()
  }, time)
}

/** The callers that are shown as pinned. */
async function pinned({ root }: Hands): Promise<string[]> {
  const names = await root
    .getByRole('radio', { name: '已固定' })
    .evaluateAll((radios) => radios.map((radio) => radio.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace(/\D/g, ''))
}

/** The callers that are stored as pinned. */
function storedPins({ page }: Hands): Promise<string[]> {
  return page.evaluate(() => {
    const key = Object.keys({ ...localStorage }).find((key) => key.startsWith('outbound-number'))
    const stored: { pins?: string[] } = JSON.parse(localStorage.getItem(key ?? '') ?? '{}')
    return stored.pins ?? []
  })
}
