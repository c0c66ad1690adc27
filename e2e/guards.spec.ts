import { expect, test } from './picker.ts'

test('a warning has to be confirmed, and Enter held down does not confirm it', async ({
  picker,
  page,
}) => {
  await picker.open('guards-and-notes--warns')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.down('Enter')
  await expect(picker.alert).toContainText('该客户今天已呼叫 2 次。')
  const anyway = page.getByRole('button', { name: '仍要拨打' })
  await expect(anyway).toBeFocused()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  expect(await picker.emitted('dial')).toHaveLength(0)

  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  await expect(picker.alert).toHaveCount(0)
  await expect(picker.callee).toBeFocused()
})

test('a warned call can be taken back', async ({ picker, page }) => {
  await picker.open('guards-and-notes--warns')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  for (const takeBack of [
    () => page.getByRole('button', { name: '取消' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await picker.dial.click()
    await expect(picker.alert).toBeVisible()
    await takeBack()
    await expect(picker.alert).toHaveCount(0)
  }
  await expect(picker.callee).toHaveValue('138 8888 8888')
  expect(await picker.emitted('dial')).toHaveLength(0)
})

test('a warning counts for the caller it was given for', async ({ picker }) => {
  await picker.open('guards-and-notes--warns')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.dial.click()
  await expect(picker.alert).toBeVisible()
  await picker.radios.nth(2).check()
  await expect(picker.alert).toHaveCount(0)
  expect(await picker.emitted('dial')).toHaveLength(0)
})

test('a refusal says why, and nothing is dialed', async ({ picker, page }) => {
  await picker.open('guards-and-notes--refuses')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(picker.alert).toContainText('该客户在免打扰名单中。')
  expect(await picker.emitted('dial')).toHaveLength(0)
})

test('calls outside the calling hours are refused', async ({ picker, page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T22:30:00+08:00'))
  await picker.open('guards-and-notes--calling-hours')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.dial.click()
  await expect(picker.alert).toContainText('当前时间 22:30，仅可在 08:00–21:00 之间外呼。')

  await page.clock.setFixedTime(new Date('2026-11-23T10:00:00+08:00'))
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('a customer who was called too often is not called again', async ({ picker, page }) => {
  await picker.open('guards-and-notes--call-frequency')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(picker.alert).toContainText('5 分钟内已呼叫该客户 3 次，已达上限。')
  expect(await picker.emitted('dial')).toHaveLength(0)

  await picker.callee.fill('13888888889')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('a guard that gives no answer ends in a clear state, from which it can be tried again', async ({
  picker,
}) => {
  await picker.open('guards-and-notes--hangs')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.dial.click()
  await expect(picker.status).toHaveText('正在检查…')
  await expect(picker.dial).toBeDisabled()
  await expect(picker.alert).toContainText('没有拨打，请重试')
  await expect(picker.dial).toBeEnabled()
  expect(await picker.emitted('dial')).toHaveLength(0)
})

test('a check that is under way ends with its number', async ({ picker }) => {
  await picker.open('guards-and-notes--hangs')
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.dial.click()
  await expect(picker.status).toHaveText('正在检查…')
  await picker.callee.fill('13999999999')
  await expect(picker.dial).toBeEnabled()
  await expect(picker.alert).toHaveCount(0)
})

for (const [story, reason] of [
  ['workbench--ringing', '来电振铃中，不能外呼'],
  ['workbench--on-break', '小休中，不能外呼'],
] as const) {
  test(`an agent picks and is told why not to dial: ${reason}`, async ({ picker, page }) => {
    await picker.open(story)
    await picker.paste('13888888888')
    await expect(picker.radios).toHaveCount(5)
    await expect(picker.dial).toBeDisabled()
    await expect(picker.dial).toHaveAccessibleDescription(reason)
    await expect(page.locator('.onp').getByText(reason)).toBeVisible()
    await page.keyboard.press('Enter')
    expect(await picker.emitted('dial')).toHaveLength(0)
  })
}

test('a caller at its limit says so and cannot be chosen, and the next one is selected', async ({
  picker,
  page,
}) => {
  await picker.open('guards-and-notes--notes-and-caps')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  const limited = picker.callers.getByRole('radio', { name: /已达今日上限 50\/50$/ }).first()
  await expect(limited).toBeDisabled()
  await expect(picker.radios.first()).toBeDisabled()
  await expect(picker.radios.first()).not.toBeChecked()
  const last = picker.callers.locator('input:enabled').last()
  await page.keyboard.press('ArrowUp')
  await expect(last).toBeChecked()
  await page.keyboard.press('Alt+1')
  await expect(last).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect((await picker.emitted('dial'))[0]?.caller).not.toMatch(/[01]$/)
  await expect(picker.callers).toContainText('今日 12/50')
  await expect(page.locator('.onp-note[data-tone=warning]').first()).toHaveText(/50\/50/)
  await expect(page.locator('.onp-note[data-tone=plain]').first()).toHaveText('今日 12/50')
  await expect(page.locator('.onp-note[data-tone=good]').first()).toHaveText('今日 12/50')
})
