import type { Page } from '@playwright/test'
import manifest from '../../package.json' with { type: 'json' }
import type { OutboundNumberPickerElement } from '../../src/element/index.ts'
import { test as base, expect, Picker } from '../picker.ts'

const script = '/plain-html/node_modules/outbound-number-picker/dist/outbound-number-picker.js'

interface Desk {
  page: Page
  /** Opens a page with this body and the script, as the tarball has it. */
  open: (body: string, options?: { script?: boolean }) => Promise<void>
  /** The picker in the region with this name. */
  picker: Picker
  /** Sentences that reached the page as uncaught errors. */
  errors: string[]
}

const test = base.extend<{ desk: Desk }>({
  desk: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    const open: Desk['open'] = async (body, options) => {
      const head = options?.script === false ? '' : `<script src="${script}" defer></script>`
      const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
      await page.route('**/desk', (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      )
      await page.goto('/desk')
    }
    await use({ page, open, picker: new Picker(page), errors })
  },
})

const element = (attributes = '') =>
  `<outbound-number-picker endpoint="/aliyun/ccc/api" user-id="agent@ccc-test" ${attributes}></outbound-number-picker>`
const region = (content: string) =>
  `<section aria-label="Outbound Number Picker">${content}</section>`

test('attributes are the settings', async ({ desk: { open, picker } }) => {
  await open(region(element('locale="en-US" callee="13888888888" count="3" density="compact"')))
  await expect(picker.radios).toHaveCount(3)
  await expect(picker.status).toHaveText('3 numbers found')
})

test('properties that were set before the element was defined count', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element()), { script: false })
  await page.locator('outbound-number-picker').evaluate((picker) => {
    Object.assign(picker, { callee: '13888888888', skillGroups: [{ id: 'a', name: 'One group' }] })
  })
  await page.evaluate((script) => import(script), script)
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(1)
})

test('it says when it is drawn and can take a number', async ({ desk: { page, open, picker } }) => {
  await page.addInitScript(() => {
    const drawn: unknown[] = []
    Object.assign(window, { drawn })
    document.addEventListener('ready', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      const field = target.shadowRoot?.querySelector('input')
      drawn.push(field?.value)
      if (drawn.length === 1) Reflect.get(target, 'setCallee').call(target, '13888888888')
    })
  })
  const drawn = () => page.evaluate(() => Reflect.get(window, 'drawn'))
  await open(region('<outbound-number-picker></outbound-number-picker>'))
  await expect(picker.alert).toContainText('endpoint is missing')
  expect(await drawn()).toEqual([])
  const set = (name: string, value: string) =>
    page
      .locator('outbound-number-picker')
      .evaluate((picker, { name, value }) => picker.setAttribute(name, value), { name, value })
  await set('endpoint', '/aliyun/ccc/api')
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await set('theme', 'dark')
  expect(await drawn()).toEqual([''])
  await set('endpoint', '/elsewhere')
  await expect.poll(drawn).toEqual(['', '138 8888 8888'])
})

test('a missing endpoint is said where the picker would be, until it is set', async ({ desk }) => {
  const { page, open, picker, errors } = desk
  await open(region('<outbound-number-picker></outbound-number-picker>'))
  await expect(picker.alert).toContainText('endpoint is missing. Set the attribute endpoint')
  expect(errors).toHaveLength(1)
  await page.locator('outbound-number-picker').evaluate((picker) => {
    picker.setAttribute('endpoint', '/aliyun/ccc/api')
  })
  await expect(picker.callee).toBeVisible()
  await page.locator('outbound-number-picker').evaluate((picker) => {
    picker.removeAttribute('endpoint')
  })
  await expect(picker.alert).toContainText('endpoint is missing')
  expect(errors).toHaveLength(2)
})

test('another endpoint is asked anew, and what the first one offered is gone', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  await expect(picker.dial).toBeEnabled()
  await page.route('**/elsewhere?*', (route) => route.fulfill({ status: 404 }))
  await page.locator('outbound-number-picker').evaluate((picker) => {
    picker.setAttribute('endpoint', '/elsewhere')
  })
  await expect(picker.alert).toContainText('EndpointNotFound')
  await expect(picker.radios).toHaveCount(0)
  await expect(picker.callee).toHaveValue('138 8888 8888')
})

test('a new token leaves what the agent did', async ({ desk: { page, open, picker } }) => {
  await open(region(element('callee="13888888888"')))
  await picker.radios.nth(2).check()
  await page.locator('outbound-number-picker').evaluate((picker) => {
    Object.assign(picker, { headers: { authorization: 'Bearer new' }, callee: 13_888_888_888 })
  })
  await expect(picker.radios.nth(2)).toBeChecked()
  await expect(picker.callee).toHaveValue('138 8888 8888')
})

test('a wrong value is named with the right ones, and the default counts', async ({ desk }) => {
  const { open, picker, errors } = desk
  await open(region(element('theme="blue" count="2.5" max-count="0" mask-callee="perhaps"')))
  await expect(picker.callee).toBeVisible()
  expect(errors).toEqual([
    '<outbound-number-picker>: theme is "blue". Use "auto" or "light" or "dark".',
    '<outbound-number-picker>: count is "2.5". Use a whole number above 0, such as "5".',
    '<outbound-number-picker>: max-count is "0". Use a whole number above 0, such as "5".',
    '<outbound-number-picker>: mask-callee is "perhaps". Use no value, "true" or "false".',
  ])
})

test('a language is named by its code, not by its words', async ({ desk }) => {
  const { page, open, picker, errors } = desk
  await open(region(element()))
  await page.locator('outbound-number-picker').evaluate((picker) => {
    Object.assign(picker, { locale: { callee: 'Callee number' } })
  })
  await expect
    .poll(() => errors)
    .toEqual(['<outbound-number-picker>: locale is "[object Object]". Use "zh-CN" or "en-US".'])
  await expect(picker.callee).toBeVisible()
})

test('an attribute that is misspelt is named with the one that was meant', async ({ desk }) => {
  const { page, open, picker, errors } = desk
  const others = 'class="count" id="memory" title="x" data-theme="dark" aria-label="x" role="group"'
  await open(
    region(
      `<outbound-number-picker endpont="/a" user-di="agent" thme="dark" ${others}></outbound-number-picker>`,
    ),
  )
  await expect(picker.alert).toContainText('endpoint is missing')
  const said = ['endpont', 'user-di', 'thme'].map(
    (written, index) =>
      `<outbound-number-picker>: ${written} is no attribute. Write ${['endpoint', 'user-id', 'theme'][index]}.`,
  )
  expect(errors).toEqual([...said, expect.stringContaining('endpoint is missing')])
  // Moved, it is not said again.
  await page.evaluate(() => {
    const moved = document.querySelector('outbound-number-picker')
    if (moved) document.body.append(moved)
  })
  await expect(page.getByRole('alert')).toContainText('endpoint is missing')
  expect(errors).toHaveLength(4)
})

test('a page that listens to errors can keep wrong use from the console', async ({ desk }) => {
  const { page, open, errors } = desk
  await open(region(element()))
  const told = await page.evaluate(() => {
    const sentences: string[] = []
    const picker = document.querySelector('outbound-number-picker')
    picker?.addEventListener('pickererror', (event) => {
      event.preventDefault()
      sentences.push(event.detail.message)
    })
    picker?.setAttribute('theme', 'blue')
    return sentences
  })
  expect(told).toHaveLength(1)
  expect(errors).toEqual([])
})

test('whatever a page writes as the callee is read as text', async ({
  desk: { page, open, picker },
}) => {
  await open(region(element()))
  await page.locator('outbound-number-picker').evaluate((picker) => {
    Object.assign(picker, { callee: ['138', 'x'] })
  })
  await expect(picker.alert).toContainText('不是号码')
})

test('an attribute that would be ignored is an error with the way out', async ({ desk }) => {
  const { open, picker, errors } = desk
  await open(region(element('before-dial="check" skillgroups="[object Object]" userid="a"')))
  await expect(picker.callee).toBeVisible()
  expect(errors).toEqual([
    '<outbound-number-picker>: before-dial is no attribute. Set the property beforeDial, in a Vue template with :beforeDial.',
    '<outbound-number-picker>: skillgroups is no attribute. Set the property skillGroups, in a Vue template with :skillGroups.',
    '<outbound-number-picker>: userid is no attribute. Write user-id.',
  ])
})

test('a second copy of the script leaves the first in place and says so', async ({ desk }) => {
  const { page, open, picker, errors } = desk
  await open(region(element()))
  await expect(picker.callee).toBeVisible()
  await page.evaluate((script) => import(`${script}?copy`), script)
  await expect.poll(() => errors).toHaveLength(1)
  const { version } = manifest
  expect(errors[0]).toBe(
    `<outbound-number-picker> is already defined, by version ${version}; this is another copy, ${version}. The first definition stays. Load one of them, or give this one a tag of its own: define('crm-number-picker').`,
  )
  await expect(picker.callee).toBeVisible()
})

test('two versions stand on one page under tags of their own', async ({ desk }) => {
  const { page, open, errors } = desk
  await page.route(`**${script}?other`, async (route) => {
    const answer = await route.fetch()
    const code = await answer.text()
    const other = code.replaceAll(`"${manifest.version}"`, '"9.9.9"')
    await route.fulfill({ response: answer, body: other })
  })
  await open(element('id="one" callee="13888888888"'))
  await page.addScriptTag({ url: `${script}?other` })
  await page.evaluate(
    (attributes) => {
      const { define, version } = Reflect.get(window, 'OutboundNumberPicker')
      define('crm-number-picker')
      define('crm-number-picker')
      const other = document.createElement('crm-number-picker')
      for (const [name, value] of Object.entries({ ...attributes, title: version })) {
        other.setAttribute(name, value)
      }
      document.body.append(other)
    },
    {
      id: 'two',
      endpoint: '/aliyun/ccc/api',
      'user-id': 'agent@ccc-test',
      callee: '057187654321',
      theme: 'blue',
    },
  )
  for (const [id, callee, version] of [
    ['one', '138 8888 8888', manifest.version],
    ['two', '0571 8765 4321', '9.9.9'],
  ] as const) {
    const picker = page.locator(`#${id}`)
    await expect(picker.getByRole('textbox').first()).toHaveValue(callee)
    await expect(picker.getByRole('radio').first()).toBeChecked()
    const itsVersion = picker.evaluate((picker) => Reflect.get(picker.constructor, 'version'))
    expect(await itsVersion).toBe(version)
  }
  await expect(page.locator('#two')).toHaveAttribute('title', '9.9.9')
  expect(errors).toEqual([
    expect.stringContaining(`by version ${manifest.version}; this is another copy, 9.9.9.`),
    '<crm-number-picker>: theme is "blue". Use "auto" or "light" or "dark".',
  ])
})

test('one copy stands under several tags', async ({ desk }) => {
  const { page, open, errors } = desk
  await open(element('id="one"'))
  await page.evaluate(() => {
    Reflect.get(window, 'OutboundNumberPicker').define('crm-number-picker')
    const other = document.createElement('crm-number-picker')
    other.setAttribute('endpoint', '/aliyun/ccc/api')
    document.body.append(other)
  })
  await expect(page.locator('#one').getByRole('textbox').first()).toBeVisible()
  await expect(page.locator('crm-number-picker').getByRole('textbox').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('a tag that something else has stays its own', async ({ desk }) => {
  const { page, open, errors } = desk
  await open(region(element()))
  await page.evaluate(() => {
    customElements.define('crm-number-picker', class extends HTMLElement {})
    Reflect.get(window, 'OutboundNumberPicker').define('crm-number-picker')
  })
  await expect.poll(() => errors).toHaveLength(1)
  expect(errors[0]).toContain('<crm-number-picker> is already defined, by something else;')
})

test('it tells what the agent does by events that cross shadow roots', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element()))
  await page.evaluate(() => {
    for (const name of ['calleechange', 'callerselect', 'dial']) {
      document.addEventListener(name, (event) => {
        const text = document.createElement('p')
        text.dataset.event = name
        text.textContent = event instanceof CustomEvent ? JSON.stringify(event.detail) : '?'
        document.body.append(text)
      })
    }
  })
  await picker.callee.fill('13888888888')
  await expect(page.locator('[data-event=calleechange]')).toHaveText(['"138 8888 8888"'])
  await expect(page.locator('[data-event=callerselect]')).toContainText('"callee":"13888888888"')
  await picker.callee.press('Enter')
  await expect(page.locator('[data-event=dial]')).toContainText('"callee":"13888888888"')
})

test('a call that listeners hand in keeps it busy, and its failure is shown', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  await page.evaluate(() => {
    const picker = document.querySelector('outbound-number-picker')
    picker?.addEventListener('dial', (event) => {
      event.waitUntil(
        new Promise((_resolve, reject) => {
          addEventListener('line-is-dead', () => reject(new Error('The line is dead.')))
        }),
      )
    })
  })
  await picker.dial.click()
  await expect(picker.dial).toBeDisabled()
  await page.evaluate(() => dispatchEvent(new Event('line-is-dead')))
  await expect(picker.alert).toContainText('The line is dead.')
  await expect(picker.dial).toBeEnabled()
})

test('a call that is handed in too late is an error: nobody waits for it', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  const late = page.evaluate(
    () =>
      new Promise((tell) => {
        const picker = document.querySelector('outbound-number-picker')
        picker?.addEventListener('dial', async (event) => {
          await null
          try {
            event.waitUntil(Promise.resolve())
          } catch (error) {
            tell(String(error))
          }
        })
      }),
  )
  await picker.dial.click()
  expect(await late).toBe(
    'InvalidStateError: dial: call waitUntil before the listener awaits anything.',
  )
})

test('what a listener throws is a call that failed', async ({ desk: { page, open, picker } }) => {
  await open(region(element('callee="13888888888"')))
  await page.evaluate(() => {
    document.querySelector('outbound-number-picker')?.addEventListener('dial', () => {
      throw new Error('The line is dead.')
    })
  })
  await picker.dial.click()
  await expect(picker.alert).toContainText('The line is dead.')
})

test('a failed call to the proxy is told with its code', async ({
  desk: { page, open, picker },
}) => {
  await open(region(element()))
  const code = page.evaluate(
    () =>
      new Promise((tell) => {
        const picker = document.querySelector('outbound-number-picker')
        picker?.addEventListener('pickererror', ({ detail }) =>
          tell('code' in detail && detail.code),
        )
      }),
  )
  await picker.callee.fill('19900000403')
  expect(await code).toBe('Forbidden.RAM')
})

test('a guard is a property, and so is whether the agent can dial', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  const set = (settings: 'guard' | 'ringing') =>
    page.evaluate((settings) => {
      const picker = document.querySelector('outbound-number-picker')
      if (!picker) return
      if (settings === 'guard') picker.beforeDial = () => ({ warn: 'Called twice today.' })
      else picker.dialDisabled = 'A call is ringing.'
    }, settings)
  await set('guard')
  await picker.dial.click()
  await expect(picker.alert).toContainText('Called twice today.')
  await set('ringing')
  await expect(picker.dial).toBeDisabled()
  await expect(picker.dial).toHaveAccessibleDescription('A call is ringing.')
})

test('its methods write, focus and empty the callee', async ({ desk: { page, open, picker } }) => {
  await open(region(element()))
  const call = (method: 'setCallee' | 'focus' | 'reset', ...parameters: readonly string[]) =>
    page.locator('outbound-number-picker').evaluate(
      (picker, { method, parameters }) => {
        Reflect.apply(Reflect.get(picker, method), picker, parameters)
      },
      { method, parameters },
    )
  await call('setCallee', '13888888888')
  await expect(picker.callee).toHaveValue('138 8888 8888')
  await call('focus')
  await expect(picker.callee).toBeFocused()
  await call('reset')
  await expect(picker.callee).toHaveValue('')
  const callee = page.locator('outbound-number-picker')
  await expect(callee).toHaveJSProperty('callee', '')
})

test('two on a page share nothing that the agent does', async ({ desk: { page, open } }) => {
  await open(`${element('id="one"')}${element('id="two" locale="en-US"')}`)
  const one = page.locator('#one').getByRole('textbox')
  const two = page.locator('#two').getByRole('textbox')
  await one.fill('13888888888')
  await two.fill('057187654321')
  await expect(page.locator('#one').getByRole('radio')).toHaveCount(5)
  await expect(page.locator('#two').getByRole('radio')).toHaveCount(5)
  await expect(one).toHaveValue('138 8888 8888')
  await expect(page.locator('#one').getByRole('radio').first()).toBeChecked()
  await expect(page.locator('#two').getByRole('radio').first()).toBeChecked()
})

test('moved, it keeps what the agent did', async ({ desk: { page, open, picker } }) => {
  await open(`${region(element())}<section aria-label="Elsewhere"></section>`)
  await picker.callee.fill('13888888888')
  await picker.radios.nth(2).check()
  await page.evaluate(() => {
    const moved = document.querySelector('outbound-number-picker')
    if (moved) document.querySelector('[aria-label=Elsewhere]')?.append(moved)
  })
  const elsewhere = page.getByRole('region', { name: 'Elsewhere' })
  await expect(elsewhere.getByRole('radio').nth(2)).toBeChecked()
  expect(picker.picks).toHaveLength(1)
})

test('removed, it leaves nothing running; put back, it works', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element()))
  await picker.callee.fill('19900000010')
  await expect.poll(() => picker.picks.length).toBe(1)
  const ended = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('PickOutboundNumbers'),
  )
  const kept = await page.evaluateHandle(() => {
    const removed = document.querySelector('outbound-number-picker')
    removed?.remove()
    return removed
  })
  await ended
  expect(await kept.evaluate((removed) => removed?.shadowRoot?.childElementCount)).toBe(0)
  await kept.evaluate((removed) => {
    if (removed) document.querySelector('section')?.append(removed)
  })
  await expect(picker.callee).toHaveValue('199 0000 0010')
  await picker.callee.fill('13888888888')
  await expect(picker.radios).toHaveCount(5)
})

test("a page's styles stay outside; properties and parts let it in", async ({ desk }) => {
  const { open, picker } = desk
  await open(
    `<style>
      button { background: red !important }
      outbound-number-picker { --onp-dial: rgb(1, 2, 3); --onp-font-size: 28px }
      outbound-number-picker::part(dial) { border-radius: 9px }
    </style>${region(element('callee="13888888888" density="compact"'))}`,
  )
  await expect(picker.dial).toBeEnabled()
  await expect(picker.dial).toHaveCSS('background-color', 'rgb(1, 2, 3)')
  await expect(picker.dial).toHaveCSS('border-radius', '9px')
  await expect(picker.dial).toHaveCSS('font-size', '26px')
})

test('the script dials through the Workbench that stands beside it', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  await expect(picker.dial).toBeEnabled()
  const called = await page.evaluate(async () => {
    const { dialWithWorkbench } = Reflect.get(window, 'OutboundNumberPicker')
    const calls: unknown[] = []
    const status = { code: 6 }
    const workbench = {
      call: (...numbers: unknown[]) => calls.push(numbers),
      getStatusCode: () => status,
    }
    const dialing = dialWithWorkbench(workbench)
    const picker = document.querySelector('outbound-number-picker') as OutboundNumberPickerElement
    const follow = () => {
      picker.dialDisabled = dialing.dialDisabled
    }
    dialing.subscribe(follow)
    follow()
    const refused = picker.dialDisabled
    status.code = 3
    dialing.onStatusChange()
    picker.addEventListener('dial', (event) => event.waitUntil(dialing.onDial(event.detail)))
    return { calls, refused, now: picker.dialDisabled }
  })
  expect(called).toMatchObject({ refused: '来电振铃中，不能外呼', now: false })
  await picker.dial.click()
  await expect(picker.status).toHaveText('正在拨打 138 8888 8888')
})

test('a call comes in just before the agent dials: the reason is shown', async ({ desk }) => {
  const { page, open, picker } = desk
  await open(region(element('callee="13888888888"')))
  await page.evaluate(() => {
    const { dialWithWorkbench } = Reflect.get(window, 'OutboundNumberPicker')
    const dialing = dialWithWorkbench({ call: () => {}, getStatusCode: () => ({ code: 6 }) })
    const picker = document.querySelector('outbound-number-picker')
    picker?.addEventListener('dial', (event) => event.waitUntil(dialing.onDial(event.detail)))
  })
  await picker.dial.click()
  await expect(picker.alert).toContainText('来电振铃中，不能外呼')
})
