import { expect, test } from './picker.ts'

test('a masked callee is shown masked once the agent leaves the field', async ({
  picker,
  page,
}) => {
  await picker.open('edges--masked-callee')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.radios.first().focus()
  await expect(picker.callee).toHaveValue('138 **** 8888')
  await picker.callee.focus()
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await page.keyboard.press('Enter')
  await expect(picker.status).toHaveText('正在拨打 138 **** 8888')
  await picker.dial.focus()
  await expect(page.locator('.onp')).not.toContainText('13888888888')
  await expect(page.locator('.onp')).not.toContainText('138 8888 8888')
})

test('what is pasted after Tab takes the place of the masked number', async ({ picker, page }) => {
  await picker.open('edges--masked-callee')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.radios.first().focus()
  await page.evaluate(() => navigator.clipboard.writeText('057187654321'))
  const isBack = () => picker.callee.evaluate((field) => field === document.activeElement)
  while (!(await isBack())) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ControlOrMeta+V')
  await expect(picker.callee).toHaveValue('0571 8765 4321')
})

test('half a number is masked too', async ({ picker }) => {
  await picker.open('edges--masked-callee')
  await picker.callee.fill('13888')
  await picker.callee.blur()
  await expect(picker.callee).toHaveValue('****8')
})

test('what is copied is masked, while the host still gets the full number', async ({
  picker,
  page,
}) => {
  const posted: string[] = []
  page.on('request', (request) => posted.push(request.postData() ?? ''))
  await picker.open('edges--masked-callee')
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  for (const keys of ['ControlOrMeta+C', 'ControlOrMeta+X']) {
    await picker.callee.focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press(keys)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('138 **** 8888')
  }
  expect(posted.join()).toContain('13888888888')
})

test('without the mask, what is copied is what is shown', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('138 8888 8888')
})
