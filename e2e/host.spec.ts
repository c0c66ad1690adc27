import type { Page } from '@playwright/test'
import type { OutboundNumberPickerProps } from '../src/picker/index.ts'
import { expect, test } from './picker.ts'

/** Opens a host's page with these props; the first picker on it. */
async function open(page: Page, props: Partial<OutboundNumberPickerProps>, more = '') {
  await page.goto(`/e2e/pages/host.html?props=${JSON.stringify(props)}${more}`)
  const first = page.locator('#first')
  return {
    callee: first.getByRole('textbox', { name: '被叫号码' }),
    radios: first.getByRole('radio'),
    alert: first.getByRole('alert'),
    dial: first.getByRole('button', { name: '拨打' }),
    first,
  }
}

const dialed = (page: Page) => page.evaluate(() => window.dialed)

/** Puts the first picker into a form of the host. */
const putIntoForm = (page: Page) =>
  page.evaluateHandle(() => {
    const form = Object.assign(document.createElement('form'), { action: '/sent' })
    const first = document.getElementById('first')
    first?.replaceWith(form)
    form.append(first ?? '')
    return form
  })

test('a number to start with is asked for, and the host hears what becomes of it', async ({
  page,
}) => {
  const { callee, radios } = await open(page, { defaultCallee: '13888888888' })
  await expect(callee).toHaveValue('138 8888 8888')
  await expect(radios).toHaveCount(5)
  await callee.press('End')
  await callee.press('Backspace')
  await expect(page).toHaveTitle(/^138 ?8888 ?888$/)
  await callee.press('Escape')
  await expect(page).toHaveTitle('')
})

test('reset empties the callee and ticks the groups that were ticked at first', async ({
  page,
}) => {
  const { callee, first } = await open(page, { defaultCallee: '13888888888' })
  const group = first.getByRole('checkbox', { name: '售前咨询' })
  await group.uncheck()
  await page.evaluate(() => window.picker?.reset())
  await expect(callee).toHaveValue('')
  await expect(group).toBeChecked()
})

test('no more numbers are offered than the host allows', async ({ page }) => {
  const { radios, first } = await open(page, { defaultCallee: '13888888888', maxCount: 5 })
  await expect(radios).toHaveCount(5)
  await expect(first.getByRole('button', { name: '更多号码' })).toHaveCount(0)
})

test('numbers are read from left to right on a page that is not', async ({ page }) => {
  const { callee, first } = await open(page, {})
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  await callee.fill('13888888888')
  await expect(first.locator('.onp-number').first()).toHaveCSS('direction', 'ltr')
})

test('a host that gives no reason is given words, and nothing is dialed', async ({ page }) => {
  const { callee, radios, dial } = await open(page, { dialDisabled: true })
  await callee.fill('13888888888')
  await expect(radios).toHaveCount(5)
  await expect(dial).toBeDisabled()
  await expect(dial).toHaveAccessibleDescription('当前状态不能拨打')
  await callee.press('Enter')
  expect(await dialed(page)).toEqual([])
})

test('with a masked callee the host still gets the full number', async ({ page }) => {
  const { callee, dial } = await open(page, { maskCallee: true })
  await callee.fill('13888888888')
  await dial.click()
  expect(await dialed(page)).toMatchObject([{ callee: '13888888888' }])
})

test('a choice counts for the number that it was made for', async ({ page }) => {
  const { callee, radios } = await open(page, {})
  await callee.fill('13888888888')
  await radios.nth(2).check()
  await callee.fill('13999999999')
  await expect(radios.first()).toBeChecked()
})

test('a guard that lets a call pass after its number changed dials nothing', async ({ page }) => {
  const { callee, dial, first } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await dial.click()
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await callee.fill('13999999999')
  await expect(dial).toBeEnabled()
  expect(await page.evaluate(() => window.check.signal.aborted)).toBe(true)
  await page.evaluate(() => window.check.pass(true))
  expect(await dialed(page)).toEqual([])
})

test('a second Enter of a quick hand does not confirm a warning that was not read', async ({
  page,
}) => {
  await page.clock.install()
  const { callee, dial, first, alert } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await expect(dial).toBeEnabled()
  await page.clock.pauseAt(Date.now() + 60_000)
  for (const turn of ['first', 'second']) {
    await test.step(`the ${turn} Enter`, async () => {
      await page.keyboard.press('Enter')
      await expect(first.getByRole('status')).toHaveText('正在检查…')
      await page.evaluate(() => window.check.pass({ warn: 'Twice today.' }))
      await expect(alert).toContainText('Twice today.')
      await page.clock.runFor(300)
    })
  }
  expect(await dialed(page)).toEqual([])

  await page.clock.runFor(100)
  await expect(first.getByRole('button', { name: '仍要拨打' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => dialed(page)).toHaveLength(1)
})

test('a warning leaves the focus to an agent who is writing elsewhere by now', async ({ page }) => {
  await page.clock.install()
  const { callee, dial, alert } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await expect(dial).toBeEnabled()
  await page.clock.pauseAt(Date.now() + 60_000)
  await callee.press('Enter')
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.fill('customer asked')
  await page.evaluate(() => window.check.pass({ warn: 'Twice today.' }))
  await expect(alert).toContainText('Twice today.')
  await page.clock.runFor(1000)
  await page.keyboard.type(' for a call')
  await expect(notes).toHaveValue('customer asked for a call')
  expect(await dialed(page)).toEqual([])
})

test('a double click dials once, and a click that comes later dials again', async ({ page }) => {
  await page.clock.install()
  const { callee, dial } = await open(page, {})
  await callee.fill('13888888888')
  await expect(dial).toBeEnabled()
  await page.clock.pauseAt(Date.now() + 60_000)
  await dial.dblclick()
  await callee.press('Enter')
  expect(await dialed(page)).toHaveLength(1)
  await page.clock.runFor(400)
  await dial.click()
  expect(await dialed(page)).toHaveLength(2)
})

test('a number that could not be dialed is told with a reason only where there is one', async ({
  page,
}) => {
  for (const [reason, text] of [
    ['an error', '拨打失败The line is dead.'],
    ['a text', '拨打失败busy'],
    ['an object', '拨打失败'],
    ['nothing', '拨打失败'],
  ] as const) {
    const { callee, dial, alert } = await open(page, {}, `&fails=${reason}`)
    await callee.fill('13888888888')
    await dial.click()
    await expect(alert).toHaveText(text)
  }
})

test('while a call to another number is being made, the status says why nothing can be dialed', async ({
  page,
}) => {
  const { callee, dial, first } = await open(page, {}, '&slow')
  await callee.fill('13888888888')
  await dial.click()
  await callee.fill('13999999999')
  await expect(first.getByRole('radio')).toHaveCount(5)
  await expect(first.getByRole('status')).toHaveText('上一个电话还在拨打')
  await expect(dial).toHaveAttribute('aria-disabled', 'true')
})

test('Enter does not send a form that the picker stands in', async ({ page }) => {
  await page.goto('/e2e/pages/host.html')
  const callee = page.locator('#first input[type=tel]')
  await callee.fill('13888888888')
  await putIntoForm(page)
  await callee.press('Enter')
  await expect(page).toHaveURL(/host\.html$/)
})

test("what a form of the host does to its fields leaves the picker's alone", async ({ page }) => {
  const { callee, radios, dial, first } = await open(page, {})
  await callee.fill('13888888888')
  const form = await putIntoForm(page)
  await radios.nth(2).check()
  const sent = await form.evaluate((form) => {
    form.reset()
    return [...new FormData(form).keys()]
  })
  expect(sent).toEqual([])
  await expect(radios.nth(2)).toBeChecked()
  await expect(first.getByRole('checkbox')).toBeChecked()
  await dial.click()
  expect(await dialed(page)).toMatchObject([{ caller: '01080000002' }])
})

test('a guard that just says no refuses', async ({ page }) => {
  const { callee, dial, alert, first } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await dial.click()
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await page.evaluate(() => window.check.pass(false))
  await expect(alert).toHaveText('不能拨打')
  expect(await dialed(page)).toEqual([])
})

test('a guard that breaks refuses', async ({ page }) => {
  const { callee, dial, alert, first } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await dial.click()
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await page.evaluate(() => window.check.fail(new Error('The records are down.')))
  await expect(alert).toContainText('The records are down.')
  expect(await dialed(page)).toEqual([])
})

test('a guard that lets a call pass once the agent cannot dial any more dials nothing', async ({
  page,
}) => {
  const { callee, dial, first } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await dial.click()
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await page.evaluate(() => window.render({ dialDisabled: 'ringing' }))
  await expect(dial).toHaveAccessibleDescription('ringing')
  await page.evaluate(() => window.check.pass(true))
  await page.evaluate(() => window.render())
  await expect(dial).toBeEnabled()
  expect(await dialed(page)).toEqual([])
})

test('a check that is left for another caller is over, and so is its warning', async ({ page }) => {
  const { callee, dial, first, alert } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await dial.click()
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await callee.press('ArrowDown')
  await callee.press('ArrowUp')
  await expect(dial).toBeEnabled()
  await dial.click()
  await page.evaluate(() => window.check.pass({ warn: 'Twice today.' }))
  await expect(alert).toContainText('Twice today.')
  await callee.press('ArrowDown')
  await callee.press('ArrowUp')
  await expect(alert).toHaveCount(0)
  await expect(callee).toBeFocused()
})

test('a dial button that waits keeps the focus', async ({ page }) => {
  const { callee, dial, first } = await open(page, {}, '&guard')
  await callee.fill('13888888888')
  await expect(dial).toBeEnabled()
  await dial.press('Enter')
  await expect(first.getByRole('status')).toHaveText('正在检查…')
  await expect(dial).toBeDisabled()
  await expect(dial).toBeFocused()
})

test('a number that is set and reset at once is gone', async ({ page }) => {
  const { callee } = await open(page, {})
  await page.evaluate(() => {
    window.picker?.setCallee('13888888888')
    window.picker?.reset()
  })
  await expect(callee).toHaveValue('')
})

test('another agent starts with all of their own groups', async ({ page }) => {
  const { first } = await open(page, { userId: 'one@ccc-test' })
  const group = first.getByRole('checkbox', { name: '售前咨询' })
  await group.uncheck()
  await page.evaluate(() => window.render({ userId: 'two@ccc-test' }))
  await expect(group).toBeChecked()
})

test('a fault in a program is not told as a lost connection, and reaches the console', async ({
  page,
}) => {
  const { callee, alert } = await open(page, {})
  const thrown = page.waitForEvent('pageerror')
  await page.evaluate(() => {
    window.render({ client: { call: () => Promise.reject(new TypeError('x is not a function')) } })
  })
  await callee.fill('13888888888')
  await expect(alert).toContainText('程序出错')
  await expect(alert).toContainText('x is not a function')
  await expect(alert.getByRole('button', { name: '重试' })).toBeVisible()
  expect((await thrown).message).toBe('x is not a function')
})

test('what a host says of the root reaches it, and names of the picker win', async ({ page }) => {
  const { first } = await open(page, {})
  await page.evaluate(() => {
    const root = { className: 'dialer', id: 'picker', style: { order: 2 } }
    window.render({ ...root, theme: 'dark', ...{ 'data-test': 'first', 'data-theme': 'blue' } })
  })
  const root = first.locator('.onp')
  await expect(root).toHaveClass('onp dialer')
  await expect(root).toHaveId('picker')
  await expect(root).toHaveCSS('order', '2')
  await expect(root).toHaveAttribute('data-test', 'first')
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(first.getByRole('textbox', { name: '被叫号码' })).not.toHaveId('picker')
})

test('with an endpoint alone the picker asks there, and elsewhere once it is another', async ({
  page,
}) => {
  const asked: string[] = []
  await page.route(/[?&]action=/, (route) => {
    asked.push(new URL(route.request().url()).pathname)
    return route.fulfill({ json: { Code: 'OK', RequestId: 'R', Data: [] } })
  })
  const { callee, first } = await open(page, {})
  await page.evaluate(() => window.render({ client: undefined, endpoint: '/one' }))
  await callee.fill('13888888888')
  await expect(first.getByText('没有找到可用的主叫号码').first()).toBeVisible()
  await page.evaluate(() => window.render({ client: undefined, endpoint: '/two' }))
  await callee.fill('13999999999')
  await expect.poll(() => asked).toEqual(['/one', '/two'])
  await expect(callee).toHaveValue('139 9999 9999')
})

test('the host hears once of a request that failed, with its code', async ({ page }) => {
  await page.route(/[?&]action=/, (route) =>
    route.fulfill({ status: 403, json: { Code: 'Forbidden.RAM', Message: 'No.' } }),
  )
  const { callee, alert } = await open(page, {})
  const heard = await page.evaluateHandle(() => {
    const codes: unknown[] = []
    const onError = ({ code }: { code?: string | undefined }) => codes.push(code)
    window.render({ client: undefined, endpoint: '/ccc', onError })
    return codes
  })
  await callee.fill('13888888888')
  await expect(alert).toContainText('Forbidden.RAM')
  // Both pickers of the page listen; the second one asked nothing.
  expect(await heard.jsonValue()).toEqual(['Forbidden.RAM'])
})
