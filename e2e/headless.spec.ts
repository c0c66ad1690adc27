import { expect, test } from './picker.ts'

test('the hook does the main job in looks of the host’s own', async ({ picker, page }) => {
  await picker.open('hosts--headless')
  await page.getByRole('checkbox', { name: '大客户' }).uncheck()
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.radios.first()).toBeChecked()
  await picker.callers.getByRole('radio', { name: '010 8989 8989' }).check()
  await picker.callee.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(await picker.emitted('dial')).toMatchObject([
    {
      callee: '13888888888',
      caller: '01089898989',
      skillGroupIds: ['presales@ccc-test', 'aftersales@ccc-test', 'members@ccc-test'],
    },
  ])
  // One for each question: with all groups, and without that one.
  expect(picker.picks).toHaveLength(2)
})
