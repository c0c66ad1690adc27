import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect, type Picker, test } from './picker.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core')

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Every rule that axe has, best practices and the size of targets included, on the whole page. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath })
  const results = await page.evaluate(() =>
    window.axe.run({ rules: { 'target-size': { enabled: true } } }),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

const states: Record<string, (picker: Picker) => Promise<void>> = {
  'nothing typed': async () => {},
  'a number half typed': (picker) => picker.callee.fill('13800'),
  'nonsense typed': (picker) => picker.callee.fill('abc'),
  'an answer on its way': (picker) => picker.callee.fill('19900000011'),
  'candidates found': async (picker) => {
    await picker.callee.fill('057187654321')
    await expect(picker.radios).toHaveCount(5)
  },
  'fifty candidates': async (picker) => {
    await picker.callee.fill('19900000013')
    await expect(picker.radios).not.toHaveCount(0)
  },
  'a number dialed': async (picker) => {
    await picker.callee.fill('13888888888')
    await expect(picker.dial).toBeEnabled()
    await picker.callee.press('Enter')
    await expect(picker.status).toHaveText(/138 8888 8888/)
  },
  'nothing found': async (picker) => {
    await picker.callee.fill('19900000004')
    await expect(picker.status).not.toBeEmpty()
  },
  'a problem that can be retried': async (picker) => {
    await picker.callee.fill('19900000302')
    await expect(picker.retry).toBeVisible()
  },
  'a problem that cannot': async (picker) => {
    await picker.callee.fill('19900000404')
    await expect(picker.alert).toBeVisible()
  },
}

for (const [state, reach] of Object.entries(states)) {
  test(`axe finds nothing with ${state}`, async ({ picker, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const theme of ['light', 'dark'] as const) {
      await picker.open({ theme, locale: theme === 'light' ? 'zh-CN' : 'en-US' })
      await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
      await reach(picker)
      expect(await violations(page)).toEqual([])
    }
  })
}

test('axe finds nothing where ids are typed', async ({ picker, page }) => {
  await picker.open({ groups: 'ids' })
  await expect(picker.skillGroupIds).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('at 400 % zoom the job is done without scrolling sideways', async ({ picker, page }) => {
  // 1280 by 1024 pixels, four times as large.
  await page.setViewportSize({ width: 320, height: 256 })
  await picker.open({ width: '280' })
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.callee.press('Enter')
  await expect(picker.status).toHaveText('正在拨打 138 8888 8888')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
})
