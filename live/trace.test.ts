import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { traceHeader } from '../src/preview/explorer/exchange.ts'
import { createProxyHandler } from '../src/proxy/index.ts'
import { createTrace } from './trace.ts'

afterEach(() => vi.unstubAllGlobals())

/** What a page is told of a pick that is made with a temporary key, by a proxy that tells history too. */
async function tracedPick(cloud: typeof fetch): Promise<string> {
  vi.stubGlobal('fetch', cloud)
  const trace = createTrace()
  const handler = createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({
      accessKeyId: 'STS.whole-key-id',
      accessKeySecret: 'the-secret',
      securityToken: 'the-token',
    }),
    authenticate: 'none',
    actions: 'picker+history',
    fetch: trace.fetch,
  })
  const address = '/aliyun/ccc/api?action=PickOutboundNumbers'
  const call = new Request(`http://localhost${address}`, {
    method: 'POST',
    body: new URLSearchParams({ request: '{"calledNumber":"13888888888","count":1}' }),
  })
  const request = new IncomingMessage(new Socket())
  request.url = address
  request.headers[traceHeader] = 'id'
  await new Promise((answered) => trace.run(request, () => answered(handler(call))))

  const asked = new IncomingMessage(new Socket())
  asked.url = '/?id'
  const response = new ServerResponse(asked)
  const end = vi.spyOn(response, 'end')
  trace.tell(asked, response)
  return String(end.mock.calls[0]?.[0])
}

it('tells what was signed, and nothing by which somebody else could sign', async () => {
  const told = await tracedPick(async () => Response.json({ Code: 'OK', Data: [] }))
  expect(told).toContain('x-acs-action:PickOutboundNumbers')
  expect(told).toContain('Credential=STS.…')
  expect(told).toContain('x-acs-accesskey-id:STS.…')
  expect(told).toContain('x-acs-security-token:…')
  expect(told).not.toMatch(/whole-key-id|the-secret|the-token|Signature=[0-9a-f]/)
})

it('tells nothing of the question about the customer that goes with a pick', async () => {
  const told = await tracedPick(async () => Response.json({ Code: 'OK', Data: [] }))
  expect(JSON.parse(told)).toHaveLength(1)
  expect(told).not.toContain('ListCallDetailRecordsV2')
})

it('tells what was sent, even if nothing answered', async () => {
  const told = await tracedPick(() => Promise.reject(new TypeError('fetch failed')))
  expect(told).toContain('stringToSign')
})
