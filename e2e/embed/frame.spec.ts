import { expect, type Page, test } from '@playwright/test'
import { examplesPort } from '../../scripts/examplesFolder.ts'
import type { FramedPickerOptions } from '../../src/frame/index.ts'
import { Picker } from '../picker.ts'

const helper = '/iframe/node_modules/outbound-number-picker/dist/src/frame/index.js'
const here = `http://localhost:${examplesPort}`
const there = `http://127.0.0.1:${examplesPort}`

/** The example's page with a script of ours, and a list of what the frame tells it. */
async function open(page: Page, src: string, origin = here): Promise<void> {
  await page.route('**/iframe/main.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await page.goto(`${origin}/iframe/`)
  await page.evaluate(
    async ({ helper, src }) => {
      const { framePicker } = await import(helper)
      const log = (event: string, detail: unknown) => {
        const item = document.createElement('li')
        item.textContent = `${event} ${detail instanceof Error ? detail.message : JSON.stringify(detail)}`
        document.body.append(item)
      }
      const frame = document.querySelector('iframe')
      if (!frame) return
      const options: FramedPickerOptions = {
        frame,
        src,
        settings: {
          endpoint: '/aliyun/ccc/api',
          userId: 'agent@ccc-test',
          locale: 'en-US',
          callee: '',
        },
        onDial: (draft) => {
          log('dial', draft.callee)
          return Promise.reject(new Error('The line is dead.'))
        },
        beforeDial: ({ callee }) =>
          callee === '057187654321' ? { refuse: 'Do not call.' } : undefined,
        onSelect: (draft) => log('select', draft.callee),
        onCalleeChange: (callee) => log('calleechange', callee),
        onError: (error) => log('error', error),
      }
      Object.assign(window, { framed: framePicker(options) })
    },
    { helper, src },
  )
}

test('the page hears what the agent does, and answers for its calls', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await picker.callee.fill('13888888888')
  await expect(page.locator('li')).toHaveText([
    'calleechange "138 8888 8888"',
    'select "13888888888"',
  ])
  await picker.callee.press('Enter')
  await expect(page.locator('li').last()).toHaveText('dial "13888888888"')
  await expect(picker.alert).toContainText('The line is dead.')
})

test("the page's guard and its handle reach into the frame", async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await page.evaluate(() => Reflect.get(window, 'framed').setCallee('057187654321'))
  await expect(picker.radios).toHaveCount(5)
  await picker.dial.click()
  await expect(picker.alert).toContainText('Do not call.')
  await page.evaluate(() => Reflect.get(window, 'framed').update({ canDial: 'On a break.' }))
  await expect(picker.dial).toBeDisabled()
  // The settings began with another callee.
  await expect(picker.callee).toHaveValue('0571 8765 4321')
  await page.evaluate(() => Reflect.get(window, 'framed').reset())
  await expect(picker.callee).toHaveValue('')
  await expect(page.locator('li', { hasText: 'dial "' })).toHaveCount(0)
})

test('the frame refuses a page of another origin, and says which to name', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`, there)
  const alert = page.frameLocator('iframe').getByRole('alert')
  await expect(alert).toHaveText(
    `This picker does not listen to pages of ${there}. If they may embed it, name that origin in <meta name="parent-origins">.`,
  )
})

test('the page ignores the frame once it is of another origin, and says so', async ({ page }) => {
  const dial = { outboundNumberPicker: 1, type: 'dial', id: 1, draft: { callee: '1' } }
  await page.route('**/moved', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>location.replace('${here}/login')</script>`,
    }),
  )
  await page.route('**/login', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>
        parent.postMessage('hello', '*')
        parent.postMessage({ outboundNumberPicker: 2, type: 'dial' }, '*')
        parent.postMessage(${JSON.stringify(dial)}, '*')
      </script>`,
    }),
  )
  await open(page, `${there}/moved`)
  await expect(page.locator('li')).toHaveText([
    `error framePicker: a message came from ${here}, but src is at ${there}. It was ignored.`,
  ])
})
