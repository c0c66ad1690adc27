import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import type axe from 'axe-core'

const axePath = createRequire(import.meta.url).resolve('axe-core')

declare global {
  interface Window {
    axe: typeof axe
  }
}

test.beforeEach(({ page }) => page.goto('/explorer.html?locale=en-US'))

test('a pick shows both requests, the answer, and how the picker reads it', async ({ page }) => {
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toContainText('HTTP status 200')
  await expect(page.getByRole('status')).toContainText(/Request ID [0-9A-F-]{36}/)

  const main = page.getByRole('main')
  await expect(main).toContainText('x-acs-action: PickOutboundNumbers')
  await expect(main).toContainText('content-type;host;x-acs-action;x-acs-content-sha256')
  await expect(main).toContainText(/ACS3-HMAC-SHA256\n[0-9a-f]{64}/)

  await page.getByRole('radio', { name: 'Browser’s request' }).check({ force: true })
  await expect(main).toContainText('POST /aliyun/ccc/api?action=PickOutboundNumbers')
  await page.getByRole('radio', { name: 'Answer, JSON' }).check({ force: true })
  await expect(main).toContainText('"Code": "OK"')
  await page.getByRole('radio', { name: 'Answer, as XML' }).check({ force: true })
  await expect(main).toContainText('<PickOutboundNumbersResponse>')
  await page.getByRole('radio', { name: 'As the picker reads it' }).check({ force: true })
  await expect(page.getByRole('row', { name: /北京 Same city/ }).first()).toBeVisible()
})

test('neither the secret nor the signature nor the whole key is shown or sent to the page', async ({
  page,
}) => {
  const told: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/preview/')) told.push(await response.text())
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('main')).toContainText('Credential=test…')
  await expect(page.getByRole('main')).toContainText('Signature=…')
  await expect.poll(() => told.join()).toContain('stringToSign')
  expect(told.join()).not.toMatch(/testid|testsecret|Signature=[0-9a-f]/)
})

test('each error code can be seen, with what the agent reads', async ({ page }) => {
  await page.getByRole('button', { name: 'Show me: NotExists.InstanceId' }).click()
  await expect(page.getByRole('status')).toContainText('HTTP status 404')
  await expect(page.getByRole('textbox', { name: 'CalledNumber' })).toHaveValue('19900000404')
  await page.getByRole('radio', { name: 'As the picker reads it' }).check({ force: true })
  await expect(page.getByRole('main')).toContainText('Call center instance not found')
})

test('what was sent more than once says so', async ({ page }) => {
  await page.getByRole('textbox', { name: 'CalledNumber' }).fill('19900000015')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('main')).toContainText('The proxy sent it 2 times')
})

test('the code is for the call that the form describes', async ({ page }) => {
  await page.getByRole('textbox', { name: 'CalledNumber' }).fill('057187654321')
  const main = page.getByRole('main')
  for (const language of ['client.call', 'curl', 'TypeScript', 'Python', 'Java']) {
    await page.getByRole('radio', { name: language }).check({ force: true })
    await expect(main.getByRole('figure', { name: language })).toContainText('057187654321')
  }
})

test('a field that cannot be sent is named, and nothing is sent', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.getByRole('textbox', { name: 'Count' }).fill('many')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert')).toHaveText('Count is “many”; enter a whole number.')
  await expect(page.getByRole('textbox', { name: 'Count' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Count' }).fill('')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert')).toHaveText('Enter Count.')
  expect(sent.filter((url) => url.includes('/aliyun/'))).toEqual([])
})

test('a call that found no proxy says so, and shows nothing of the call before', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toContainText('HTTP status 200')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toContainText('HTTP status —')
  await expect(page.getByRole('main')).toContainText('The proxy could not be reached')
})

test('what lost its connection was sent all the same', async ({ page }) => {
  await page.getByRole('button', { name: 'Show me: CloudUnreachable' }).click()
  await expect(page.getByRole('status')).toContainText('HTTP status 502')
  await expect(page.getByRole('main')).toContainText('x-acs-action: PickOutboundNumbers')
})

test('other reads of the API can be called too', async ({ page }) => {
  await page.getByRole('combobox', { name: /Action/ }).selectOption('GetNumberLocation')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('radio', { name: 'Answer, JSON' }).check({ force: true })
  await expect(page.getByRole('main')).toContainText('"City": "北京"')
})

test('axe finds nothing in the explorer and on the desktop, and neither scrolls sideways on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of ['/explorer.html?locale=en-US', '/?locale=en-US']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(address)
      if (address.startsWith('/explorer')) {
        await page.getByRole('button', { name: 'Send' }).click()
        await expect(page.getByRole('status')).toContainText('200')
      } else {
        await expect(page.getByRole('radio')).toHaveCount(5)
      }
      await page.addScriptTag({ path: axePath })
      const { violations } = await page.evaluate(() => window.axe.run())
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
    }
  }
})

test('from the desktop, a newcomer finds the code, a fault and a signed request in a click or two', async ({
  page,
}) => {
  await page.goto('/?locale=en-US')
  await expect(page.getByRole('radio')).toHaveCount(5)

  await page.getByRole('link', { name: 'Get the code' }).click()
  const docs = page.frameLocator('#storybook-preview-iframe')
  await expect(docs.getByText("from 'outbound-number-picker'").first()).toBeVisible()
  await page.goBack()

  await page.getByRole('link', { name: 'API explorer' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Canonical request')).toBeVisible()
  await page.goBack()

  await page.getByRole('link', { name: 'Faults' }).click()
  await page.getByRole('link', { name: 'Session Expired' }).click()
  const story = page.frameLocator('#storybook-preview-iframe')
  await expect(story.getByRole('alert')).toContainText('Your session has expired')
})
