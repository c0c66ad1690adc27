import { expect, test } from '@playwright/test'

test('500 interleavings of answers and edits never dial a stale pair', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/e2e/pages/interleavings.html')
  await page.waitForFunction(() => 'runInterleavings' in window)
  const { dialed, checked, failure } = await page.evaluate(() =>
    window.runInterleavings(20_201_123, 500),
  )
  expect(failure).toBe('')
  // Or nothing would have been shown.
  expect(dialed).toBeGreaterThan(200)
  expect(checked).toBeGreaterThan(30)
})
