import { test as gallery, storyAddress, storyFinished } from './gallery.ts'
import { expect, test } from './picker.ts'

for (const story of [
  'basics--empty',
  'basics--incomplete',
  'basics--invalid',
  'basics--dialed',
  'basics--no-candidate',
  'places--same-city',
  'all-numbers--fifty',
  'guards-and-notes--warned',
  'guards-and-notes--notes-and-caps',
  'edges--no-group-list',
  'faults--never-answers',
  'faults--session-expired',
  'faults--unknown-instance',
]) {
  gallery(`axe finds nothing in ${story} in the dark and in English`, async ({ gallery }) => {
    await gallery.goto(storyAddress(story, { theme: 'dark', locale: 'en-US' }))
    expect((await storyFinished(gallery)).violations).toEqual([])
  })
}

test('at 400 % zoom the job is done without scrolling sideways', async ({ picker, page }) => {
  // 1280 by 1024 pixels, four times as large.
  await page.setViewportSize({ width: 320, height: 256 })
  await picker.open('basics--empty', { width: 280 })
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.callee.press('Enter')
  await expect(picker.status).toHaveText('正在拨打 138 8888 8888')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
})
