import { expect, test } from '@playwright/test'
import { Picker, pasteAndDial } from '../picker.ts'

/** The examples, each with the packed package in it, under a strict content security policy. */
const hosts = [
  'react-19',
  'react-18',
  'plain-html',
  'vue-3',
  'ant-design',
  'headless',
  'iframe',
] as const

for (const host of hosts) {
  test.describe(`on the page of examples/${host}`, () => {
    const complaints: string[] = []
    let picker: Picker

    test.beforeEach(async ({ page }) => {
      complaints.length = 0
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        // A page without an icon is asked for one.
        const icon = message.location().url.endsWith('favicon.ico')
        if (message.type() === 'error' && !icon) complaints.push(message.text())
      })
      const frame = host === 'iframe' ? page.frameLocator('iframe') : undefined
      picker = new Picker(page, frame)
      await page.goto(`/${host}/`)
    })

    test('an agent pastes a number and dials as a neighbour', async () => {
      await pasteAndDial(picker)
      expect(complaints).toEqual([])
    })

    test('the agent types, chooses by the arrow keys, clears and starts again', async ({
      page,
    }) => {
      await picker.callee.pressSequentially('13888888888')
      await expect(picker.callee).toHaveValue('138 8888 8888')
      await expect(picker.radios).toHaveCount(5)
      await picker.callee.press('ArrowDown')
      await expect(picker.radios.nth(1)).toBeChecked()
      await picker.callee.press('Backspace')
      await expect(picker.radios).toHaveCount(0)
      await expect(picker.dial).toBeDisabled()
      await picker.callee.press('Escape')
      await expect(picker.callee).toHaveValue('')
      await page.keyboard.type('057187654321')
      await expect(picker.radios).toHaveCount(5)
      expect(complaints).toEqual([])
    })

    test('a blank after a whole number goes away again', async () => {
      await picker.callee.pressSequentially('13888888888')
      // From here on nothing renders by itself.
      await expect(picker.radios).toHaveCount(5)
      await picker.callee.press('Space')
      await expect(picker.callee).toHaveValue('138 8888 8888')
    })

    test('a city named like markup is shown as text', async () => {
      await picker.paste('19900000012')
      await expect(picker.radios.first()).toBeVisible()
      await expect(picker.callers).toContainText('<img src=x onerror=alert(1)>')
      await expect(picker.callers.locator('img')).toHaveCount(0)
      expect(complaints).toEqual([])
    })

    // These pages give it looks of their own.
    if (host === 'ant-design' || host === 'headless') return

    test('the picker has its looks', async () => {
      await expect(picker.dial).toHaveCSS('font-weight', '600')
      await expect(picker.dial).toHaveCSS('border-radius', '6px')
    })
  })
}
