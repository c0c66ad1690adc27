import type { Route } from '@playwright/test'
import { expect, test } from './picker.ts'

/** Holds back every pick until a test lets it go. */
async function holdPicks(page: import('@playwright/test').Page): Promise<Map<string, Route>> {
  const held = new Map<string, Route>()
  await page.route('**/aliyun/ccc/api?action=PickOutboundNumbers*', (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '')
    held.set(JSON.parse(form.get('request') ?? '{}').calledNumber, route)
  })
  return held
}

const offer = (caller: string) => ({
  json: { Code: 'OK', RequestId: caller, Data: [{ Callee: {}, Caller: { Number: caller } }] },
})

test('an answer that comes after the number changed is dropped', async ({ picker, page }) => {
  const held = await holdPicks(page)
  await picker.openDesktop()
  await picker.callee.fill('13888888888')
  await expect.poll(() => held.has('13888888888')).toBe(true)
  await picker.callee.fill('13999999999')
  await expect.poll(() => held.has('13999999999')).toBe(true)

  await held.get('13999999999')?.fulfill(offer('02188888888'))
  await expect(picker.radios).toHaveAccessibleName('021 8888 8888')
  await held
    .get('13888888888')
    ?.fulfill(offer('01089898989'))
    .catch(() => {})
  await picker.callee.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(await picker.emitted('dial')).toMatchObject([
    { callee: '13999999999', caller: '02188888888', requestId: '02188888888' },
  ])
})

test('a request whose number was changed is aborted', async ({ picker, page }) => {
  const failed: (string | undefined)[] = []
  page.on('requestfailed', (request) => failed.push(request.failure()?.errorText))
  const held = await holdPicks(page)
  await picker.openDesktop()
  await picker.callee.fill('13888888888')
  await expect.poll(() => held.size).toBe(1)
  await picker.callee.press('Backspace')
  await expect.poll(() => failed).toEqual(['net::ERR_ABORTED'])
})

test('changing the number disables dialing at once', async ({ picker }) => {
  await picker.open()
  await picker.callee.fill('13888888888')
  await expect(picker.dial).toBeEnabled()
  await picker.callee.press('Backspace')
  expect(await picker.dial.isDisabled()).toBe(true)
  expect(await picker.radios.count()).toBe(0)
})

test('changing a group disables dialing until its own answer is there', async ({
  picker,
  page,
}) => {
  await picker.openDesktop()
  await picker.callee.fill('13888888888')
  await expect(picker.dial).toBeEnabled()
  const held = await holdPicks(page)
  await picker.skillGroups.getByRole('checkbox').first().click()
  await expect(picker.dial).toBeDisabled()
  await expect.poll(() => held.size).toBe(1)
  await picker.callee.press('Enter')
  expect(await picker.emitted('dial')).toHaveLength(0)
  await held.get('13888888888')?.fulfill(offer('02188888888'))
  await expect(picker.dial).toBeEnabled()
})
