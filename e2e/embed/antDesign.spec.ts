import { expect, test as hosted } from '@playwright/test'
import { Picker } from '../picker.ts'

/**
 * The page of examples/ant-design. What an agent's hands can do to Ant Design's controls is in `e2e/hands`, as for
 * every host.
 */
const test = hosted.extend<{ picker: Picker }>({
  picker: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    const picker = new Picker(page)
    await page.goto('/ant-design/')
    await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
    await use(picker)
    expect(complaints).toEqual([])
  },
})

/** Pastes a customer's number, and waits until it can be dialed. */
async function offerCallers(picker: Picker): Promise<void> {
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.dial).toBeEnabled()
}

/** Once, and not again in all the time in which a second press could count. */
async function expectOneCall({ page, status }: Picker): Promise<void> {
  await expect(status).toHaveText('正在拨打 138 8888 8888')
  await page.waitForTimeout(600)
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
}

test('a paste and Enter dial once', async ({ picker, page }) => {
  await offerCallers(picker)
  await page.keyboard.press('Enter')
  await expectOneCall(picker)
  const [draft] = await picker.emitted('dial')
  const name = await picker.radios.first().getAttribute('aria-label')
  expect(draft).toMatchObject({ callee: '13888888888', caller: name?.replace(/\D/g, '') })
  expect(picker.picks).toHaveLength(1)
})

test('arrows in the callee field move the selection, round the ends', async ({ picker, page }) => {
  await offerCallers(picker)
  await expect(picker.radios.first()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(picker.radios.last()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.first()).toBeChecked()
  await expect(picker.callee).toBeFocused()
})

test('Alt and a digit select the n-th caller, from anywhere in the picker', async ({
  picker,
  page,
}) => {
  await offerCallers(picker)
  await page.keyboard.press('Alt+3')
  await expect(picker.radios.nth(2)).toBeChecked()
  await picker.skillGroups.getByRole('checkbox').first().focus()
  await page.keyboard.press('Alt+1')
  await expect(picker.radios.first()).toBeChecked()
  await picker.radios.first().focus()
  await page.keyboard.press('Alt+4')
  await expect(picker.radios.nth(3)).toBeChecked()
  await picker.dial.focus()
  await page.keyboard.press('Alt+Numpad2')
  await expect(picker.radios.nth(1)).toBeChecked()
  await expect(picker.dial).toBeFocused()
})

test('Enter on a candidate dials it', async ({ picker, page }) => {
  await offerCallers(picker)
  await picker.radios.nth(3).check()
  await picker.radios.nth(3).press('Enter')
  await expectOneCall(picker)
  const name = await picker.radios.nth(3).getAttribute('aria-label')
  expect((await picker.emitted('dial'))[0]?.caller).toBe(name?.replace(/\D/g, ''))
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('Escape clears the number and goes back to its field', async ({ picker, page }) => {
  for (const control of [
    picker.skillGroups.getByRole('checkbox').first(),
    picker.radios.first(),
    picker.dial,
  ]) {
    await offerCallers(picker)
    await control.focus()
    await page.keyboard.press('Escape')
    await expect(picker.callee).toHaveValue('')
    await expect(picker.callee).toBeFocused()
    await expect(picker.radios).toHaveCount(0)
    await expect(picker.dial).toBeDisabled()
  }
})

test('a double click on Dial dials once', async ({ picker }) => {
  await offerCallers(picker)
  await picker.dial.dblclick()
  await expectOneCall(picker)
})

test('the search finds what is typed, and nothing while that is composed', async ({
  picker,
  page,
}) => {
  await offerCallers(picker)
  await page.getByRole('button', { name: '全部号码' }).click()
  const filter = page.getByRole('searchbox')
  await expect(filter).toBeFocused()
  await expect(picker.radios).toHaveCount(50)
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: '杭', selectionStart: 1, selectionEnd: 1 })
  await expect(filter).toHaveValue('杭')
  await expect(picker.radios).toHaveCount(50)
  await input.send('Input.insertText', { text: '杭州' })
  await expect(picker.radios.first()).toHaveAccessibleName(/杭州/)
  await expect(picker.radios).not.toHaveCount(50)
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(filter).toHaveCount(0)
  await expect(picker.callee).toBeFocused()
})

test('the controls have the looks of Ant Design, without a style element', async ({
  picker,
  page,
}) => {
  await expect(picker.dial).toHaveCSS('background-color', 'rgba(0, 0, 0, 0.04)')
  await offerCallers(picker)
  await expect(picker.dial).toHaveCSS('background-color', 'rgb(22, 119, 255)')
  await expect(page.locator('style')).toHaveCount(0)
})
