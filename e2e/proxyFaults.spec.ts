import { expect, test } from './picker.ts'

/** What an agent sees of each fault of the cloud, through the live proxy over real connections. */
const faults: readonly {
  fault: string
  callee: string
  title: string
  code: string
  timeout?: number
}[] = [
  {
    fault: 'a gateway’s page',
    callee: '19900000502',
    title: '网关暂时不可用',
    code: 'BadGateway',
  },
  {
    fault: 'a lost connection',
    callee: '19900000999',
    title: '网关暂时不可用',
    code: 'CloudUnreachable',
  },
  {
    fault: 'a hang',
    callee: '19900000011',
    title: '等待超时',
    code: 'CloudTimeout',
    timeout: 12_000,
  },
  {
    fault: 'a failure under status 200',
    callee: '19900000200',
    title: '云联络中心暂时不可用',
    code: 'InternalError',
  },
  {
    fault: 'a failure of the cloud',
    callee: '19900000500',
    title: '云联络中心暂时不可用',
    code: 'InternalError',
  },
  {
    fault: 'a cloud that is not available',
    callee: '19900000503',
    title: '云联络中心暂时不可用',
    code: 'ServiceUnavailable',
  },
  { fault: 'throttling', callee: '19900000429', title: '操作太频繁', code: 'Throttling.User' },
  { fault: 'a refusal', callee: '19900000403', title: '没有权限', code: 'Forbidden.RAM' },
]

// The breaker is one for all, and would take these for a cloud that is down.
test.describe.configure({ mode: 'serial' })

for (const { fault, callee, title, code, timeout = 8000 } of faults) {
  test(`${fault} is told to the agent: ${title} (${code})`, async ({ picker }) => {
    await picker.openDesktop()
    await picker.paste(callee)
    await expect(picker.alert).toContainText(title, { timeout })
    await expect(picker.alert).toContainText(code)
    await expect(picker.radios).toHaveCount(0)
    await expect(picker.dial).toBeDisabled()

    // A good call in between shows that the cloud is well, to the agent and to the breaker.
    await picker.callee.fill('')
    await picker.paste('13888888888')
    await expect(picker.radios).toHaveCount(5)
  })
}

test('a failure that passes is not seen by the agent: the proxy has asked again', async ({
  picker,
}) => {
  await picker.openDesktop()
  await picker.paste('19900000015')
  await expect(picker.radios).toHaveCount(5)
  expect(picker.picks).toHaveLength(1)
})
