import { expect, test } from './picker.ts'

test('the whole job can be done without a mouse', async ({ picker, page }) => {
  await picker.open()
  await page.keyboard.press('Tab')
  while (!(await picker.callee.evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('13888888888')
  await expect(picker.radios).toHaveCount(5)

  // Clear button, then the four groups, then the selected caller, then the dial button.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const group = picker.skillGroups.getByRole('checkbox').first()
  await expect(group).toBeFocused()
  await page.keyboard.press('Space')
  await expect(group).not.toBeChecked()
  await expect(picker.radios).not.toHaveCount(0)
  await expect(picker.dial).toBeEnabled()
  for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press('Tab')
  await expect(picker.radios.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  // All numbers, more numbers, pin, then the dial button.
  for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press('Tab')
  await expect(picker.dial).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('arrows in the callee field move the selection, round the ends', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios.first()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(picker.radios.last()).toBeChecked()
  await expect(picker.callee).toBeFocused()
})

test('Alt and a digit select the n-th caller, from anywhere in the picker', async ({
  picker,
  page,
}) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.keyboard.press('Alt+3')
  await expect(picker.radios.nth(2)).toBeChecked()
  await picker.skillGroups.getByRole('checkbox').first().focus()
  await page.keyboard.press('Alt+1')
  await expect(picker.radios.first()).toBeChecked()
  await page.keyboard.press('Alt+9')
  await expect(picker.radios.first()).toBeChecked()
  await page.keyboard.press('Alt+Numpad2')
  await expect(picker.radios.nth(1)).toBeChecked()
})

test('what is pasted or typed after a call takes the place of its number', async ({
  picker,
  page,
}) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  await page.keyboard.insertText('13999999999')
  await expect(picker.callee).toHaveValue('139 9999 9999')
})

test('Enter on a candidate dials it', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await picker.radios.nth(3).check()
  await picker.radios.nth(3).press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  const name = await picker.radios.nth(3).getAttribute('aria-label')
  expect((await picker.emitted('dial'))[0]?.caller).toBe(name?.replace(/\D/g, ''))
})

test('Escape clears the number and goes back to its field', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.skillGroups.getByRole('checkbox').first().focus()
  await page.keyboard.press('Escape')
  await expect(picker.callee).toHaveValue('')
  await expect(picker.callee).toBeFocused()
  await expect(picker.radios).toHaveCount(0)
  await expect(picker.dial).toBeDisabled()
})

test('a key that is held down dials once', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('Enter pressed before the candidates show dials nothing when they come', async ({
  picker,
}) => {
  await picker.open()
  await picker.paste('19900000010')
  await picker.callee.press('Enter')
  await picker.callee.press('Enter')
  await expect(picker.radios).toHaveCount(5)
  expect(await picker.emitted('dial')).toHaveLength(0)
  expect(picker.picks).toHaveLength(1)
})

test('Enter pressed before the candidates show dials nothing, however late it is handled', async ({
  picker,
}) => {
  await picker.open()
  const early = await picker.callee.evaluateHandle(
    () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
  )
  await picker.callee.fill('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.callee.evaluate((field, key) => field.dispatchEvent(key), early)
  expect(await picker.emitted('dial')).toHaveLength(0)
})

test('keys outside the picker belong to the host page', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'tel' }))
  })
  const own = page.locator('body > input')
  await own.press('Alt+3')
  await own.press('Escape')
  await expect(picker.radios.first()).toBeChecked()
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await own.press('Enter')
  expect(await picker.emitted('dial')).toHaveLength(0)
})
