import { afterEach, describe, expect, it, vi } from 'vitest'
import { pickOutboundNumbers } from '../ccc/index.ts'
import { createWorkbenchClient, type WorkbenchProxyConfig } from './index.ts'

const question = { callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 2 }
const said = { Code: 'OK', RequestId: 'R', HttpStatusCode: 200, Data: [] }

function answering(body: unknown = said) {
  const send = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body))
  vi.stubGlobal('fetch', send)
  return send
}

afterEach(() => vi.unstubAllGlobals())

describe("a client of the Workbench SDK's configuration", () => {
  it('calls where the SDK calls by default', async () => {
    const send = answering()
    await createWorkbenchClient({}).call(pickOutboundNumbers, question)
    const [url, init] = send.mock.calls[0] ?? []
    expect(url).toMatch('/data/api.json?action=PickOutboundNumbers&')
    expect(init?.credentials).toBe('same-origin')
  })

  it('calls where, with what and as whom it is configured', async () => {
    const send = answering()
    const client = createWorkbenchClient({
      ajaxOrigin: 'https://desk.example/',
      ajaxPath: '/aliyun/ccc/api',
      ajaxApiParamName: 'api',
      ajaxHeaders: { 'x-token': 't' },
      withCredentials: true,
      regionId: 'ap-southeast-1',
    })
    await client.call(pickOutboundNumbers, question)
    const [url, init] = send.mock.calls[0] ?? []
    expect(url).toBe(
      'https://desk.example/aliyun/ccc/api?api=PickOutboundNumbers&product=CloudCallCenter&version=2020-07-01&region=ap-southeast-1',
    )
    expect(init?.headers).toMatchObject({ 'x-token': 't' })
    expect(init?.credentials).toBe('include')
  })

  it.each([
    ['an axios response', { status: 200, data: said }],
    ['what the proxy said', said],
    ['the same with small letters', { code: 'OK', requestId: 'R', httpStatusCode: 200, data: [] }],
  ])("sends by the company's own function, which gives %s", async (_what, answer) => {
    const apiAxiosFunc = vi.fn(async () => answer)
    const client = createWorkbenchClient({ apiAxiosFunc, ajaxApiParamName: 'api' })
    const { requestId } = await client.call(pickOutboundNumbers, question)
    expect(requestId).toBe('R')
    expect(apiAxiosFunc.mock.calls).toEqual([
      [
        'PickOutboundNumbers',
        { calledNumber: '13888888888', skillGroupIdList: '["presales@ccc-test"]', count: 2 },
      ],
    ])
  })

  it.each([
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an address', '/aliyun/ccc/api', '"/aliyun/ccc/api"'],
    ['the Workbench', { call() {}, getStatusCode() {} }, 'an object'],
  ])('is not made from %s', (_what, config: unknown, said) => {
    expect(() => createWorkbenchClient(config as WorkbenchProxyConfig)).toThrow(
      new TypeError(
        `createWorkbenchClient: config is ${said}. Pass that of a WorkbenchSdk 2.x, such as { ajaxPath: "/aliyun/ccc/api" }.`,
      ),
    )
  })
})
