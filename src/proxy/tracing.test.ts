import { ProxyTracerProvider, trace } from '@opentelemetry/api'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
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

describe('a trace with an SDK of OpenTelemetry', () => {
  it('has a span of the proxy, which the cloud is told instead of the caller’s, and no number in it', async () => {
    const span = {
      spanContext: () => ({ traceId: TRACE, spanId: 'aaaaaaaaaaaaaaaa', traceFlags: 1 }),
      isRecording: () => true,
      updateName: vi.fn(),
      setAttributes: vi.fn(),
      setStatus: vi.fn(),
      end: vi.fn(),
    }
    const startSpan = vi.fn(() => span)
    trace.setGlobalTracerProvider({
      getTracer: () => Object.assign(new ProxyTracerProvider().getTracer('test'), { startSpan }),
    })
    onTestFinished(() => trace.disable())
    const { sent } = await ask({ traceparent: TRACEPARENT })
    expect(startSpan).toHaveBeenCalledOnce()
    expect(sent.get('traceparent')).toBe(`00-${TRACE}-aaaaaaaaaaaaaaaa-01`)
    expect(span.updateName).toHaveBeenCalledWith('GetNumberLocation')
    expect(span.setAttributes).toHaveBeenCalledWith({
      'http.response.status_code': 200,
      'ccc.action': 'GetNumberLocation',
      'ccc.code': 'OK',
      'ccc.attempts': 1,
    })
    expect(span.end).toHaveBeenCalledOnce()
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
