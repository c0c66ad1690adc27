import { describe, expect, it, vi } from 'vitest'
import type { AnswerEvent, ProxyEvent } from './event.ts'
import { createProxyHandler } from './handler.ts'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`

async function ask(headers: Record<string, string>) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{"Code":"OK"}'))
  const events: ProxyEvent[] = []
  const handler = createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: 'none',
    fetch,
    observe: (event) => events.push(event),
  })
  const answer = await handler(
    new Request('https://proxy.example.com/aliyun/ccc/api?action=GetNumberLocation', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ request: '{"number":"010"}' }),
    }),
  )
  const [, init] = fetch.mock.calls[0] ?? []
  return {
    sent: new Headers(init?.headers),
    requestId: answer.headers.get('x-request-id'),
    event: events.find((event): event is AnswerEvent => event.type === 'answer'),
  }
}

describe('a trace', () => {
  it('goes on to the cloud and is in the event', async () => {
    const { sent, event } = await ask({ traceparent: TRACEPARENT })
    expect(sent.get('traceparent')).toBe(TRACEPARENT)
    expect(event?.traceId).toBe(TRACE)
  })

  it.each([
    undefined,
    'nonsense',
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `01-${TRACE}-b7ad6b7169203331-01`,
    `${TRACEPARENT}-13888888888`,
  ])('is none where the header says none: %s', async (traceparent) => {
    const { sent, event } = await ask(traceparent === undefined ? {} : { traceparent })
    expect(sent.has('traceparent')).toBe(false)
    expect(event?.traceId).toBe('')
  })
})

describe('the id of a request', () => {
  it.each(['a1b2c3d4-0000', '0af76519-16cd-43dd-8448-eb211c80319c', 'desk:call.42'])(
    'is the one that it came with: %s',
    async (id) => {
      const { requestId, event } = await ask({ 'x-request-id': id })
      expect([requestId, event?.requestId]).toEqual([id, id])
    },
  )

  it.each(['short', '13888888888', 'call 12 34', 'x'.repeat(81), 'a"b,c{d}e'])(
    'is a new one where that could be anything: %s',
    async (id) => {
      expect((await ask({ 'x-request-id': id })).requestId).toMatch(/^[\da-f]{8}-/)
    },
  )
})
