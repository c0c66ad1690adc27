import { expect, type Picker, test } from './picker.ts'

/** Opens the list of all numbers from the pick for a customer. */
async function openAllNumbers(picker: Picker): Promise<void> {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await picker.page.getByRole('button', { name: '全部号码' }).click()
  await expect.poll(() => picker.radios.count()).toBeGreaterThan(40)
}

test('more numbers are added on demand, and the selection survives', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.keyboard.press('Alt+4')
  const chosen = await picker.radios.nth(3).getAttribute('aria-label')
  const more = page.getByRole('button', { name: '更多号码' })
  await more.click()
  await expect.poll(() => picker.radios.count()).toBeGreaterThan(5)
  await expect(more).toBeFocused()
  await expect(picker.callers.getByRole('radio', { checked: true })).toHaveAccessibleName(
    chosen ?? '',
  )
  const asked = JSON.parse(
    new URLSearchParams(picker.picks[1]?.postData() ?? '').get('request') ?? '{}',
  )
  expect(asked.count).toBe(10)

  await more.click()
  await expect.poll(() => picker.picks.length).toBe(3)
  await expect(more).not.toHaveAttribute('aria-disabled')
  await more.click()
  await expect.poll(() => picker.picks.length).toBe(4)
  // Twenty is the most; the button goes, and the focus with it to the callee field.
  await expect(more).toHaveCount(0)
  await expect(picker.callee).toBeFocused()
})

test('while more are on their way, the ones that are there can be dialed', async ({
  picker,
  page,
}) => {
  await picker.openDesktop()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.route('**/aliyun/ccc/api?action=PickOutboundNumbers*', () => {})
  await page.getByRole('button', { name: '更多号码' }).click()
  await expect(picker.dial).toBeEnabled()
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
})

test('no more are offered where the cloud had fewer than it was asked for', async ({
  picker,
  page,
}) => {
  await picker.open()
  await picker.callee.fill('19900000001')
  await expect(picker.radios).toHaveCount(1)
  await expect(page.getByRole('button', { name: '更多号码' })).toHaveCount(0)
})

test('all numbers of the agent can be looked through by number and by place', async ({
  picker,
  page,
}) => {
  await openAllNumbers(picker)
  await expect(picker.radios.first()).toHaveAccessibleName(/北京 同城$/)

  const filter = page.getByRole('searchbox', { name: '按号码或地区筛选' })
  await expect(filter).toBeFocused()
  await filter.fill('杭州')
  await expect(picker.radios.first()).toHaveAccessibleName(/浙江 杭州 异地$/)
  await filter.fill('010-89898989')
  await expect(picker.radios).toHaveCount(1)
  await filter.fill('8989 8989')
  await expect(picker.radios).toHaveCount(1)
  await expect(picker.radios).toHaveAccessibleName('010 8989 8989 北京 同城')
  await picker.dial.click()
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  expect(await picker.emitted('dial')).toMatchObject([
    { callee: '13888888888', caller: '01089898989' },
  ])

  await filter.fill('no such place')
  await expect(picker.status).toHaveText('没有找到可用的主叫号码')
  await expect(picker.dial).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(filter).toHaveCount(0)
  await expect(picker.radios).toHaveCount(5)
})

test('while the agent searches, arrows choose and an input method may compose', async ({
  picker,
  page,
}) => {
  await openAllNumbers(picker)
  const button = await picker.dial.boundingBox()
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { selectionStart: 4, selectionEnd: 4, text: 'hang' })
  await expect(page.getByRole('searchbox')).toHaveValue('hang')
  await expect(picker.status).not.toHaveText('没有找到可用的主叫号码')
  await input.send('Input.insertText', { text: '杭州' })
  await expect(picker.radios.first()).toHaveAccessibleName(/浙江 杭州 异地$/)
  await page.keyboard.press('ArrowDown')
  await expect(picker.radios.nth(1)).toBeChecked()
  expect(await picker.dial.boundingBox()).toEqual(button)
})

test('more numbers stand below those that are there, each with the request that it came by', async ({
  picker,
  page,
}) => {
  await page.route('**/aliyun/ccc/api?action=PickOutboundNumbers*', (route) => {
    const RequestId = `R-${picker.picks.length}`
    const Data = Array.from({ length: 5 }).map((_, index) => ({
      Caller: { Number: `010${80_000_000 + picker.picks.length * 5 + index}` },
    }))
    return route.fulfill({ json: { Code: 'OK', RequestId, Data } })
  })
  await picker.openDesktop()
  await picker.paste('13888888888')
  await expect(picker.radios).toHaveCount(5)
  await page.getByRole('button', { name: '更多号码' }).click()
  await expect(picker.radios).toHaveCount(10)
  for (const [position, requestId] of [
    [0, 'R-1'],
    [7, 'R-2'],
  ] as const) {
    await picker.radios.nth(position).check()
    await picker.dial.click()
    await page.getByRole('button', { name: '挂断' }).click()
    expect((await picker.emitted('dial'))[0]?.requestId).toBe(requestId)
    await page.getByRole('button', { name: '就绪' }).click()
  }
})

test('an answer without more numbers leaves those that are there, and their place', async ({
  picker,
  page,
}) => {
  await page.route('**/aliyun/ccc/api?action=PickOutboundNumbers*', (route) =>
    picker.picks.length > 1
      ? route.fulfill({ json: { Code: 'OK', RequestId: 'R-2', Data: [] } })
      : route.continue(),
  )
  await picker.openDesktop()
  await picker.paste('13888888888')
  await expect(picker.radios.first()).toHaveAccessibleName(/北京 同城$/)
  await page.getByRole('button', { name: '更多号码' }).click()
  await expect(page.getByRole('button', { name: '更多号码' })).toHaveCount(0)
  await expect(picker.radios).toHaveCount(5)
  await expect(page.locator('.onp-callee .onp-hint')).toHaveText('北京')
})

test('going back from all numbers finds the pick as it was left', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  const more = page.getByRole('button', { name: '更多号码' })
  await more.click()
  await expect.poll(() => picker.picks.length).toBe(2)
  await expect(more).not.toHaveAttribute('aria-disabled')
  const callers = await picker.radios.count()
  await picker.radios.nth(3).check()
  await page.getByRole('button', { name: '全部号码' }).click()
  await expect.poll(() => picker.radios.count()).toBeGreaterThan(40)
  await page.getByRole('button', { name: '返回推荐' }).click()
  await expect(picker.radios).toHaveCount(callers)
  await expect(picker.radios.nth(3)).toBeChecked()
  await more.click()
  await expect
    .poll(() => decodeURIComponent(picker.picks[2]?.postData() ?? ''))
    .toContain('"count":15')
})

test('another number ends the search', async ({ picker, page }) => {
  await picker.open()
  await picker.paste('13888888888')
  await page.getByRole('button', { name: '全部号码' }).click()
  await expect.poll(() => picker.radios.count()).toBeGreaterThan(40)
  await picker.callee.fill('13999999999')
  await expect(picker.radios).toHaveCount(5)
})

test('all numbers are there when the pick failed', async ({ picker, page }) => {
  await picker.open()
  await picker.callee.fill('19900000404')
  await expect(picker.alert).toBeVisible()
  await page.getByRole('button', { name: '全部号码' }).click()
  await expect.poll(() => picker.radios.count()).toBeGreaterThan(40)
  await expect(picker.alert).toHaveCount(0)
})

test('a list of many pages is read to its end', async ({ picker, page }) => {
  const pages: number[] = []
  await page.route('**/aliyun/ccc/api?action=ListOutboundNumbersOfUser*', (route) => {
    const form = new URLSearchParams(route.request().postData() ?? '')
    const { pageNumber, pageSize } = JSON.parse(form.get('request') ?? '{}')
    pages.push(pageNumber)
    const List = Array.from({ length: Math.min(pageSize, 250 - (pageNumber - 1) * pageSize) }).map(
      (_, index) => ({ Number: String(57180000000 + pageNumber * 1000 + index) }),
    )
    return route.fulfill({ json: { Code: 'OK', Data: { TotalCount: 250, List } } })
  })
  await picker.openDesktop()
  await picker.paste('13888888888')
  await page.getByRole('button', { name: '全部号码' }).click()
  await expect(picker.radios).toHaveCount(250)
  expect(pages).toEqual([1, 2, 3])
})
