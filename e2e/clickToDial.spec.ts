import { expect, test } from './picker.ts'

for (const story of ['hosts--click-to-dial', 'hosts--number-kept-by-host']) {
  test.describe(story, () => {
    test('a number that the host brings is shown in groups, asked for, and dialed by one key', async ({
      picker,
      page,
    }) => {
      await picker.open(story)
      await page.getByRole('button', { name: '+86 138-8888-8888' }).click()
      await expect(picker.callee).toHaveValue('138 8888 8888')
      await expect(picker.callee).toBeFocused()
      await expect(picker.radios).toHaveCount(5)
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-event=dial]')).toHaveCount(1)
      expect((await picker.emitted('dial'))[0]?.callee).toBe('13888888888')
      expect(picker.picks).toHaveLength(1)
    })

    test('the agent may go on typing in it, and clear it', async ({ picker, page }) => {
      await picker.open(story)
      await page.getByRole('button', { name: '+86 138-8888-8888' }).click()
      await picker.callee.press('Backspace')
      await expect(picker.callee).toHaveValue('138 8888 888')
      await expect(picker.radios).toHaveCount(0)
      await page.keyboard.type('7')
      await expect(picker.callee).toHaveValue('138 8888 8887')
      await expect(picker.radios).toHaveCount(5)
      await page.keyboard.press('Escape')
      await expect(picker.callee).toHaveValue('')
    })

    test('a second number takes the place of the first', async ({ picker, page }) => {
      await picker.open(story)
      await page.getByRole('button', { name: '+86 138-8888-8888' }).click()
      await expect(picker.radios).toHaveCount(5)
      await page.getByRole('button', { name: '(0571) 8765 4321' }).click()
      await expect(picker.callee).toHaveValue('0571 8765 4321')
      await expect(picker.radios.first()).toHaveAccessibleName(/杭州 同城/)
    })
  })
}

test('one key after the paste dials, one key after the last digit too', async ({
  picker,
  page,
}) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await page.keyboard.type('13912345678')
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(2)
})

test('the keys are told where the candidates will be', async ({ picker, page }) => {
  await picker.open()
  await expect(page.locator('.onp-keys')).toHaveText('↑↓Alt+1…9选号Enter拨打Esc清空')
})
