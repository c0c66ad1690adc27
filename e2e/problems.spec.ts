import { expect, test } from './picker.ts'

const problems = [
  ['session-expired', '登录已过期', 'SessionExpired', true],
  ['login-page', '登录已过期', 'SessionExpired', true],
  ['forbidden', '没有权限', 'Forbidden.RAM', false],
  ['unknown-instance', '呼叫中心实例不存在', 'NotExists.InstanceId', false],
  ['throttled', '操作太频繁', 'Throttling.User', true],
  ['internal-error', '云联络中心暂时不可用', 'InternalError', true],
  ['error-inside-200', '云联络中心暂时不可用', 'InternalError', true],
  ['bad-gateway', '网关暂时不可用', 'BadGateway', true],
  ['unavailable', '云联络中心暂时不可用', 'ServiceUnavailable', true],
  ['nonsense', '收到无法识别的结果', 'UnreadableAnswer', true],
  ['offline', '无法连接服务', 'ConnectionLost', true],
] as const

for (const [story, title, code, retryable] of problems) {
  test(`${code} (${story}) is told to the agent: ${title}`, async ({ picker }) => {
    await picker.open(`faults--${story}`)
    await expect(picker.alert).toContainText(title)
    await expect(picker.alert).toContainText(code)
    await expect(picker.retry).toHaveCount(retryable ? 1 : 0)
    await expect(picker.dial).toBeDisabled()
    await picker.callee.press('Enter')
    expect(await picker.emitted('dial')).toHaveLength(0)
  })
}

for (const [callee, title, code] of [
  ['19900000404', '呼叫中心实例不存在', 'NotExists.InstanceId'],
  ['19900000502', '网关暂时不可用', 'BadGateway'],
  ['19900000999', '网关暂时不可用', 'CloudUnreachable'],
  ['19900000014', '收到无法识别的结果', 'UnreadableAnswer'],
] as const) {
  test(`${code} is told to the agent through the live proxy too: ${title}`, async ({ picker }) => {
    await picker.openDesktop()
    await picker.callee.fill(callee)
    await expect(picker.alert).toContainText(title)
    await expect(picker.alert).toContainText(code)
  })
}

test('a refusal of the cloud shows the request id to tell an administrator', async ({ picker }) => {
  await picker.openDesktop()
  await picker.callee.fill('19900000404')
  await expect(picker.alert).toContainText(/请求 ID [0-9A-F]{8}-[0-9A-F-]{27}/)
})

test('the request id is copied with one click', async ({ picker, page }) => {
  await picker.open('faults--unknown-instance')
  const id = await page.locator('.onp-request-id').textContent()
  await page.getByRole('button', { name: '复制 请求 ID' }).click()
  await expect(page.getByRole('button', { name: '已复制 请求 ID' })).toBeFocused()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id)
})

test('a dead proxy is told apart from a cloud that is down', async ({ picker, page }) => {
  await picker.openDesktop()
  await page.route('**/aliyun/ccc/api*', (route) => route.abort('connectionrefused'))
  await picker.callee.fill('13888888888')
  await expect(picker.alert).toContainText('无法连接服务')

  await page.unroute('**/aliyun/ccc/api*')
  await picker.retry.click()
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.callee).toBeFocused()
})

test('what may pass by itself is tried again without a word', async ({ picker }) => {
  await picker.open('faults--flaky-then-well')
  await expect(picker.radios).toHaveCount(5)
  await expect(picker.alert).toHaveCount(0)
  expect(picker.picks).toHaveLength(2)
})

test('what waits to be tried again in a tab that nobody sees goes on when it is seen', async ({
  picker,
  page,
}) => {
  await page.clock.install()
  await picker.open()
  const show = (state: DocumentVisibilityState) =>
    page.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', {
        value: visibilityState,
        configurable: true,
      })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, state)
  await picker.callee.fill('19900000015')
  await show('hidden')
  await expect.poll(() => picker.picks.length).toBe(1)
  await page.clock.runFor(5000)
  expect(picker.picks).toHaveLength(1)
  await show('visible')
  await page.clock.runFor(5000)
  await expect(picker.radios).toHaveCount(5)
})

test('what cannot pass by itself is asked once', async ({ picker }) => {
  await picker.open('faults--unknown-instance')
  await expect(picker.alert).toBeVisible()
  expect(picker.picks).toHaveLength(1)
})

test('no number at all is said plainly, with what to do', async ({ picker, page }) => {
  await picker.open('basics--no-candidate')
  await expect(picker.status).toHaveText('没有找到可用的主叫号码')
  await expect(page.getByText('请换一个技能组试试')).toBeVisible()
  await expect(picker.dial).toBeDisabled()
})

test('entries of nonsense among good ones are left out and counted', async ({ picker }) => {
  await picker.open('edges--nonsense-entries')
  await expect(picker.status).toHaveText(/^找到 \d 个号码 · 另有 \d 条结果无法识别，已略去$/)
})

test('markup from the cloud stays text', async ({ picker, page }) => {
  await picker.open('edges--markup')
  await expect(picker.callers).toContainText('<img src=x onerror=alert(1)>')
  await expect(page.locator('.onp img')).toHaveCount(0)
})
