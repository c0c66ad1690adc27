import { expect, test } from './picker.ts'

test('the agent dials through the Workbench, and not again until the call is over', async ({
  picker,
  page,
}) => {
  const phone = page.getByRole('region', { name: 'Workbench（模拟）' })
  await picker.open('workbench--idle')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  expect(await picker.emitted('dial')).toHaveLength(1)
  for (const [reason, next] of [
    ['拨号中，不能外呼', '客户接听'],
    ['呼出通话中，不能外呼', '挂断'],
    ['话后处理中，不能外呼', '就绪'],
  ] as const) {
    await expect(phone).toContainText(reason)
    await expect(picker.dial).toBeDisabled()
    await expect(picker.dial).toHaveAccessibleDescription(reason)
    await phone.getByRole('button', { name: next, exact: true }).click()
  }
  await expect(picker.dial).toBeEnabled()
  await expect(picker.status).toHaveText('找到 5 个号码')
})
