import { expect, type Page, test } from '@playwright/test'
import type { FramedPickerOptions } from '../../src/frame/index.ts'
import { Picker } from '../picker.ts'
import { examplesPort } from './examplesFolder.ts'

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
        const said = detail instanceof Error ? [Reflect.get(detail, 'code'), detail.message] : []
        item.textContent = [event, ...(said.length > 0 ? said : [JSON.stringify(detail)])].join(' ')
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
        beforeDial: ({ callee }, { signal, locale }) => {
          log('check', locale)
          signal.addEventListener('abort', () => log('aborted', callee))
          if (callee === '057187654321') return { refuse: 'Do not call.' }
          if (!callee.startsWith('139')) return undefined
          return new Promise((answer) => {
            addEventListener(callee, (event) => {
              answer(event instanceof CustomEvent ? event.detail : undefined)
            })
          })
        },
        onReady: () => Object.assign(window, { drawn: frame.contentWindow !== null }),
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

test('the page hears when the picker is drawn, and again when the frame is loaded again', async ({
  page,
}) => {
  await open(page, `${there}/iframe/frame.html`)
  const isDrawn = () => page.evaluate(() => Reflect.get(window, 'drawn'))
  const picker = new Picker(page, page.frameLocator('iframe'))
  await expect.poll(isDrawn).toBe(true)
  await expect(picker.callee).toBeVisible()
  await page.evaluate(() => Object.assign(window, { drawn: false }))
  await picker.callee.evaluate(() => location.reload())
  await expect.poll(isDrawn).toBe(true)
})

test("the page's guard and its handle reach into the frame", async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await page.evaluate(() => Reflect.get(window, 'framed').setCallee('057187654321'))
  await expect(picker.radios).toHaveCount(5)
  await picker.dial.click()
  await expect(picker.alert).toContainText('Do not call.')
  await page.evaluate(() => Reflect.get(window, 'framed').update({ dialDisabled: 'On a break.' }))
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
  const dial = { outboundNumberPicker: 2, type: 'dial', id: 1, draft: { callee: '1' } }
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
        parent.postMessage({ outboundNumberPicker: 1, type: 'dial' }, '*')
        parent.postMessage(${JSON.stringify(dial)}, '*')
      </script>`,
    }),
  )
  await open(page, `${there}/moved`)
  await expect(page.locator('li')).toHaveText([
    `error framePicker: a message came from ${here}, but src is at ${there}. It was ignored.`,
  ])
})

test('a request that fails is told with its code, a wrong setting without one', async ({
  page,
}) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await picker.callee.fill('19900000403')
  await expect(page.locator('li').last()).toContainText('error Forbidden.RAM ')
  await page.evaluate(() => Reflect.get(window, 'framed').update({ theme: 'blue' }))
  await expect(page.locator('li').last()).toContainText('error <outbound-number-picker>: theme')
})

test('a frame that is loaded again starts with the number it had', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await picker.callee.fill('13888888888')
  await expect(page.locator('li').last()).toContainText('select')
  const loaded = page.waitForEvent('framenavigated')
  await picker.callee.evaluate(() => location.reload())
  await loaded
  await expect(picker.callee).toHaveValue('138 8888 8888')
})

test('a verdict about a number from before the frame was loaded again is about no other', async ({
  page,
}) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  const check = async (callee: string) => {
    await picker.callee.fill(callee)
    await expect(picker.dial).toBeEnabled()
    await picker.callee.press('Enter')
    await expect(picker.status).toHaveText('Checking…')
  }
  await check('13911111111')
  await picker.callee.evaluate(() => location.reload())
  await check('13922222222')
  await page.evaluate(() => {
    dispatchEvent(new CustomEvent('13911111111'))
    dispatchEvent(new CustomEvent('13922222222', { detail: { refuse: 'Do not call.' } }))
  })
  await expect(picker.alert).toContainText('Do not call.')
  await expect(page.locator('li', { hasText: 'dial "' })).toHaveCount(0)
})

test('what a page does before the frame has loaded is done once it has', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  await page.evaluate(() => {
    const picker = Reflect.get(window, 'framed')
    picker.update({ dialDisabled: 'On a break.' })
    picker.setCallee('13888888888')
    picker.focus()
  })
  const picker = new Picker(page, page.frameLocator('iframe'))
  await expect(picker.dial).toHaveAccessibleDescription('On a break.')
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await expect(picker.callee).toBeFocused()
})

test('after disconnect the page hears nothing more', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await picker.callee.fill('1')
  await expect(page.locator('li')).toHaveCount(1)
  await page.evaluate(() => Reflect.get(window, 'framed').disconnect())
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await expect(page.locator('li')).toHaveCount(1)
})

test('a page can show a picker, but not write into the origin of the frame', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`)
  const frame = page.frameLocator('iframe')
  const picker = new Picker(page, frame)
  await expect(picker.callee).toBeVisible()
  await page.locator('iframe').evaluate((frame, origin) => {
    const settings = { innerHTML: '<p>written by the page</p>', callee: '13888888888' }
    const message = { outboundNumberPicker: 2, type: 'configure', guarded: false, settings }
    if (frame instanceof HTMLIFrameElement) frame.contentWindow?.postMessage(message, origin)
  }, there)
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await expect(frame.getByText('written by the page')).toHaveCount(0)
  const written = frame.locator('outbound-number-picker')
  expect(await written.evaluate((element) => element.childNodes.length)).toBe(0)
})

for (const [named, origin, embeds] of [
  ['', there, true],
  ['', here, false],
  [`https://desk.example ${here}/`, here, true],
] as const) {
  test(`a frame that names “${named}” ${embeds ? 'shows itself to' : 'refuses'} a page at ${origin}`, async ({
    page,
  }) => {
    const meta = `<meta name="parent-origins" content="${named}" />`
    await page.route(`${there}/iframe/frame.html`, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replace(/<meta name="parent-origins".*/, meta)
      await route.fulfill({ response: answer, body })
    })
    await open(page, `${there}/iframe/frame.html`, origin)
    const picker = new Picker(page, page.frameLocator('iframe'))
    if (embeds) await expect(picker.callee).toBeVisible()
    else await expect(picker.alert).toContainText('does not listen to pages of')
  })
}

test('a check is aborted in the page when the number changes, and the refusal reaches the page', async ({
  page,
}) => {
  await open(page, `${there}/iframe/frame.html`)
  const picker = new Picker(page, page.frameLocator('iframe'))
  await picker.callee.fill('13911111111')
  await expect(picker.dial).toBeEnabled()
  await picker.callee.press('Enter')
  await expect(picker.status).toHaveText('Checking…')
  await picker.callee.fill('13922222222')
  await expect(page.locator('li', { hasText: 'aborted' })).toHaveText('aborted "13911111111"')
  await expect(page.locator('li', { hasText: 'check' })).toHaveText('check "en-US"')
  await page.evaluate(() =>
    dispatchEvent(new CustomEvent('13911111111', { detail: { refuse: 'Do not call.' } })),
  )
  await picker.callee.press('Enter')
  await expect(picker.status).toHaveText('Checking…')
  await page.evaluate(() => Reflect.get(window, 'framed').disconnect())
  await expect(page.locator('li', { hasText: 'aborted' }).last()).toHaveText(
    'aborted "13922222222"',
  )
})
test('a page that is refused hears of it', async ({ page }) => {
  await open(page, `${there}/iframe/frame.html`, there)
  await expect(page.locator('li')).toHaveText([
    `error This picker does not listen to pages of ${there}. If they may embed it, name that origin in <meta name="parent-origins">.`,
  ])
})
