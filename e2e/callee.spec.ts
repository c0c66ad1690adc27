import type { Page } from '@playwright/test'
import { expect, type Picker, test } from './picker.ts'

test.beforeEach(async ({ picker }) => {
  await picker.open()
  // Where the clock is stopped while they load, nothing is ever asked.
  await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
})

/** Stops the page's clock, so that pauses last as long as a test says. */
async function stopClock(page: Page) {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
}

/** Long after every pause: a request that were to leave would have left. */
async function restsWithoutAsking({ page, picks }: Picker) {
  await page.clock.runFor(5_000)
  expect(picks).toHaveLength(0)
}

for (const [typed, explained] of [
  ['abc', '“abc”不是号码，请只输入数字。'],
  ['13800', '手机号还差 6 位'],
  [';DROP', '“;DROP”不是号码，请只输入数字。'],
  ['1'.repeat(10_000), '号码太长，请检查是否多输或粘贴了多个号码。'],
  ['📞', '“📞”不是号码，请只输入数字。'],
  ['+1 415 555 0100', '仅支持中国大陆号码（+86）。'],
  ['88888888', '号码未输完，固话请带区号'],
] as const) {
  test(`${typed.slice(0, 20)} is explained in the field and sends nothing`, async ({
    picker,
    page,
  }) => {
    await stopClock(page)
    await picker.callee.fill(typed)
    await expect(picker.callee).toHaveAccessibleDescription(explained)
    await page.keyboard.press('Enter')
    await restsWithoutAsking(picker)
    await expect(picker.dial).toBeDisabled()
  })
}

test('nonsense is told by an alert that is new, so that it is announced', async ({
  picker,
  page,
}) => {
  await picker.callee.fill('138')
  const hint = await page.locator('.onp-callee .onp-hint').elementHandle()
  await picker.callee.fill('138x')
  await expect(picker.alert).toHaveText('“x”不是号码，请只输入数字。')
  expect(await hint?.evaluate(({ isConnected }) => isConnected)).toBe(false)
})

test('half-typed numbers send nothing, and the last digit sends one request', async ({
  picker,
  page,
}) => {
  await stopClock(page)
  await picker.callee.pressSequentially('1388888888')
  await restsWithoutAsking(picker)
  await picker.callee.press('8')
  await expect.poll(() => picker.picks.length).toBe(1)
  await page.clock.resume()
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callee).toHaveValue('138 8888 8888')
  expect(picker.picks).toHaveLength(1)
})

test('a number that could continue is asked for after a pause, and not while typing', async ({
  picker,
  page,
}) => {
  await stopClock(page)
  await picker.callee.pressSequentially('95588')
  await page.clock.runFor(400)
  await picker.callee.press('8')
  await page.clock.runFor(400)
  expect(picker.picks).toHaveLength(0)
  await page.clock.runFor(200)
  await expect.poll(() => picker.picks.length).toBe(1)
  expect(picker.picks[0]?.postData()).toContain('955888')
})

test('Enter asks at once for a number that could continue, and dials only once its callers show', async ({
  picker,
  page,
}) => {
  await picker.callee.fill('95588')
  await page.keyboard.press('Enter')
  await expect(picker.radios).toHaveCount(5)
  expect(await picker.emitted('dial')).toHaveLength(0)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(picker.picks).toHaveLength(1)
})

test('an extension is kept in sight and said not to be dialed', async ({ picker, page }) => {
  await picker.paste('010-89898989转8001')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callee).toHaveValue('010-89898989转8001')
  await expect(picker.callee).toHaveAccessibleDescription(/分机 8001/)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect((await picker.emitted('dial'))[0]?.callee).toBe('01089898989')
})

test('editing inside a number leaves the caret where it is', async ({ picker, page }) => {
  await picker.callee.fill('13888888888')
  await picker.callee.press('Home')
  await picker.callee.press('ArrowRight')
  await page.keyboard.press('Delete')
  await page.keyboard.type('5')
  await page.keyboard.type('x')
  await expect(picker.callee).toHaveValue('15x8 8888 8888')
})

test('text from an input method is asked for only once it is composed', async ({
  picker,
  page,
}) => {
  await stopClock(page)
  await picker.callee.focus()
  const input = await page.context().newCDPSession(page)
  const whole = { text: '13888888888', selectionStart: 11, selectionEnd: 11 }
  await input.send('Input.imeSetComposition', whole)
  await expect(picker.callee).toHaveValue('13888888888')
  // The keys with which an input method takes what was chosen, or takes it back.
  for (const code of ['Enter', 'Escape']) {
    const key = { key: code, code, windowsVirtualKeyCode: 229 }
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await restsWithoutAsking(picker)
  await expect(picker.callee).toHaveValue('13888888888')

  await input.send('Input.insertText', { text: '13888888888' })
  await page.clock.resume()
  await expect(picker.radios).toHaveCount(5)
  expect(picker.picks).toHaveLength(1)
  expect(await picker.emitted('dial')).toHaveLength(0)
})
