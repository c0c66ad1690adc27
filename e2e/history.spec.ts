import type { Browser } from '@playwright/test'
import { storyAddress } from './gallery.ts'
import { expect, Picker, test } from './picker.ts'

/** A desk with a browser and an agent of its own, at the one proxy with the simulated cloud behind it. */
async function openDesk(browser: Browser, user: string) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(`/?callee=&user=${user}@ccc-test`)
  const picker = new Picker(page)
  await picker.callee.waitFor()
  const phone = page.getByRole('region', { name: 'Workbench（模拟）' })
  /** Does what agent and customer do, and waits until the cloud has a record of it. */
  const endCall = async (...acts: readonly string[]) => {
    const recorded = page.waitForResponse('**/preview/calls')
    for (const act of acts) await phone.getByRole('button', { name: act, exact: true }).click()
    expect((await recorded).status()).toBe(204)
    await phone.getByRole('button', { name: '就绪', exact: true }).click()
  }
  return { context, page, picker, endCall }
}

const nameOf = (picker: Picker, index: number) =>
  picker.radios.nth(index).evaluate((radio) => radio.ariaLabel ?? '')

test('the caller that a customer answered at one desk comes first at another, and Enter dials it', async ({
  browser,
}) => {
  const one = await openDesk(browser, 'agent')
  await one.picker.paste('13957123401')
  await expect(one.picker.radios).toHaveCount(5)
  await one.picker.callee.press('ArrowDown')
  await one.picker.callee.press('ArrowDown')
  const number = (await nameOf(one.picker, 2)).replace(/[^\d ].*$/, '').trim()
  await expect(one.picker.radios.nth(2)).toBeChecked()
  await expect(one.picker.dial).toBeEnabled()
  await one.page.keyboard.press('Enter')
  await expect(one.page.locator('[data-event=dial]')).toHaveCount(1)
  await one.endCall('客户接听', '客户挂断')

  const other = await openDesk(browser, 'colleague')
  await other.picker.paste('13957123401')
  await expect(other.picker.radios).toHaveCount(5)
  await expect(other.picker.radios.first()).toBeChecked()
  expect(await nameOf(other.picker, 0)).toContain(number)
  expect(await nameOf(other.picker, 0)).toContain('上次接通')
  await expect(other.page.getByText(`用 ${number} 拨打，已接通`)).toBeVisible()
  await expect(other.picker.dial).toBeEnabled()
  await other.page.keyboard.press('Enter')
  await expect(other.page.locator('[data-event=dial]')).toHaveCount(1)
  const [draft] = await other.picker.emitted('dial')
  expect(draft?.caller).toBe(number.replaceAll(' ', ''))
  for (const { context } of [one, other]) await context.close()
})

test('the fourth call within five minutes is refused, although another agent makes it', async ({
  browser,
}) => {
  const one = await openDesk(browser, 'agent')
  await one.picker.paste('13957123402')
  for (const times of [1, 2, 3]) {
    await expect(one.picker.dial).toBeEnabled()
    // A press that comes too soon after the call belongs to it.
    await expect(async () => {
      await one.picker.callee.press('Enter')
      await expect(one.page.locator('[data-event=dial]')).toHaveCount(times, { timeout: 300 })
    }).toPass({ intervals: [500] })
    await one.endCall('挂断')
  }

  const other = await openDesk(browser, 'colleague')
  await other.picker.paste('13957123402')
  await expect(other.picker.dial).toBeEnabled()
  await other.page.keyboard.press('Enter')
  await expect(other.picker.alert).toContainText('5 分钟内已呼叫该客户 3 次，已达上限。')
  expect(await other.picker.emitted('dial')).toHaveLength(0)
  for (const { context } of [one, other]) await context.close()
})

test('a pick brings its customer’s history along, and only its callers are asked about', async ({
  page,
  picker,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const action = new URL(request.url()).searchParams.get('action')
    if (action?.endsWith('Numbers') || action?.startsWith('Get')) asked.push(action)
  })
  await page.goto('/?callee=')
  await picker.paste('13957123403')
  await expect(page.getByText(/今日 \d+ 次/)).toHaveCount(5)
  expect(asked).toEqual(['PickOutboundNumbers', 'GetCallerUsage'])
})

test('where it is off, nothing is asked', async ({ page, picker }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await picker.openDesktop('13957123404')
  await expect(picker.radios).toHaveCount(5)
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(asked.filter((url) => url.includes('action=Get'))).toEqual([])
})

for (const width of [280, 320, 480]) {
  for (const locale of ['zh-CN', 'en-US']) {
    test(`nothing moves when it comes late (${width} pixels, ${locale})`, async ({
      page,
      picker,
    }) => {
      const address = storyAddress('history--comes-late', { locale, width, 'a11y.manual': '!true' })
      await page.goto(address)
      await expect(picker.radios).toHaveCount(5)
      await expect(picker.dial).toBeEnabled()
      const places = () =>
        page
          .locator(
            '.onp :is(.onp-number, .onp-place, .onp-match, .onp-candidate, .onp-dial, .onp-outcome)',
          )
          .evaluateAll((found) =>
            found.map((one) => {
              const { x, y, width, height } = one.getBoundingClientRect()
              const number = one.matches('.onp-number') && one.textContent
              return [x, y, width, height, number].join()
            }),
          )
      const before = await places()
      await expect(page.getByText(/^(上次接通|Answered last)$/)).toHaveCount(1)
      await expect(page.getByText(/(今日 \d+ 次|\d+ today)/)).toHaveCount(5)
      expect(await places()).toEqual(before)
    })
  }
}

test('a caller that is stopped while it is selected is not dialed, and the agent goes on from there', async ({
  page,
  picker,
}) => {
  await picker.open('history--capped-while-selected')
  const reason = '所选主叫号码今日呼出已达上限，请换一个。'
  await expect(picker.radios.first()).toBeChecked()
  await expect(picker.dial).toHaveAccessibleDescription(reason)
  await page.keyboard.press('Enter')
  await picker.dial.click({ force: true })
  expect(await picker.emitted('dial')).toHaveLength(0)
  await picker.radios.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  await expect(picker.radios.first()).toBeDisabled()
  await expect(picker.dial).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('the element takes it as a property', async ({ page, picker }) => {
  await picker.open('hosts--element')
  await page.evaluate(() => {
    const element = document.querySelector('outbound-number-picker')
    if (!element) throw new Error('There is no element.')
    element.callerCap = 3
    element.history = {
      ofCallee: async () => ({
        calls: { last5Minutes: 0, last24Hours: 1, last7Days: 1 },
        last: { caller: '01089898989', at: Date.now(), outcome: 'busy' },
        lastAnswered: null,
      }),
      ofCallers: async (callers) =>
        new Map(callers.map((caller) => [caller, { dialed: 2, answered: 1 }])),
    }
  })
  await picker.paste('13957123405')
  await expect(page.getByText(/^今天 \d\d:\d\d 用 010 8989 8989 拨打，占线$/)).toBeVisible()
  await expect(page.getByText('今日 2 次 · 接通 50 %')).toHaveCount(5)
})

test('what comes with the pick itself orders the callers, from the first frame on', async ({
  page,
}) => {
  await page.goto('/e2e/pages/host.html')
  const first = page.locator('#first')
  await page.evaluate(() => {
    const data = [1, 2, 3].map((digit) => ({ Caller: { Number: `0108000000${digit}` } }))
    window.render({
      client: {
        call: async (action) => action.read({ data, requestId: 'R', offer: '01080000003' }),
      },
      history: {
        ofCallee: async (_callee, { offer }) => {
          const call = { caller: (await offer) ?? '', at: Date.now(), outcome: 'answered' as const }
          const calls = { last5Minutes: 0, last24Hours: 1, last7Days: 1 }
          return { calls, last: call, lastAnswered: call }
        },
        ofCallers: async () => new Map(),
      },
    })
    const firsts = new Set<string>()
    new MutationObserver(() => {
      const number = document.querySelector('#first .onp-number')?.textContent
      if (number) firsts.add(number)
      document.title = [...firsts].join()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await first.getByRole('textbox', { name: '被叫号码' }).fill('13957123406')
  await expect(first.getByText('上次接通')).toHaveCount(1)
  await expect(page).toHaveTitle('010 8000 0003')
})
