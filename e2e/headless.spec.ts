import { expect, test } from './picker.ts'

test('the hook does the main job in looks of the host’s own', async ({ picker, page }) => {
  await picker.open({ looks: 'headless' })
  await page.getByRole('checkbox', { name: '大客户' }).uncheck()
  await picker.paste('+86 138-8888-8888')
  const caller = page.getByRole('combobox', { name: '主叫号码' })
  await expect(caller.getByRole('option')).toHaveCount(5)
  await caller.selectOption('01089898989')
  await picker.callee.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(await picker.emitted('dial')).toMatchObject([
    {
      callee: '13888888888',
      caller: '01089898989',
      skillGroupIds: ['presales@ccc-test', 'aftersales@ccc-test', 'members@ccc-test'],
    },
  ])
  expect(picker.picks).toHaveLength(1)
})
