import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createProxyHandler } from './handler.ts'

const words = fc.constantFrom(
  'InstanceId',
  'instanceId',
  'calledNumber',
  'Version',
  '__proto__',
  'constructor',
  'ccc-test',
)
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 }))
const json = fc
  .dictionary(text, fc.oneof(text, fc.jsonValue()))
  .map((value) => JSON.stringify(value))

const requests = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH'),
    path: fc.oneof(fc.constant('/aliyun/ccc/api'), fc.webPath()),
    query: fc.oneof(fc.constant('action=PickOutboundNumbers'), fc.webQueryParameters()),
    type: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data', ''),
    body: fc.oneof(
      json.map((value) => `request=${encodeURIComponent(value)}`),
      text,
    ),
    origin: fc.option(fc.constantFrom('https://proxy.example.com', 'null', 'https://evil.example')),
  })
  .map(({ method, path, query, type, body, origin }) => {
    const bodiless = method === 'GET'
    const url = `https://proxy.example.com${path}?${bodiless ? `${query}&${body}` : query}`
    const headers = { ...(type && { 'content-type': type }), ...(origin && { origin }) }
    return new Request(url, { method, headers, ...(!bodiless && { body }) })
  })

const answers = fc.oneof(
  fc
    .record({
      status: fc.constantFrom(200, 302, 400, 403, 404, 500, 503),
      body: fc.oneof(
        text,
        fc.json(),
        text.map((message) => JSON.stringify({ Code: 'OK', Message: message })),
        text.map((message) => `<R><Code>OK</Code><Data>${message}</Data></R>`),
        text.map((message) => `<html>${message}`),
      ),
    })
    .map(
      ({ status, body }) =>
        () =>
          Promise.resolve(new Response(body, { status })),
    ),
  fc.anything().map((thrown) => () => Promise.reject(thrown)),
)

it('answers whatever is asked, and whatever the cloud says to it, in the envelope', async () => {
  await fc.assert(
    fc.asyncProperty(requests, answers, async (request, fetch) => {
      const handler = createProxyHandler({
        instanceId: 'ccc-test',
        credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
        authenticate: 'none',
        fetch,
      })
      const answer = await handler(request)
      expect(await answer.json()).toMatchObject({ Code: expect.stringMatching(/^\w/) })
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }),
    { numRuns: 500 },
  )
})

it('sends no instance but its own, and nothing of the cloud’s protocol, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      let form = new URLSearchParams('InstanceId=ccc-test')
      const handler = createProxyHandler({
        instanceId: 'ccc-test',
        credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
        authenticate: 'none',
        fetch: async (_, init) => {
          form = new URLSearchParams(String(init?.body))
          return new Response('{"Code":"OK"}')
        },
      })
      await handler(request)
      const names = [...form.keys()].map((name) => name.toLowerCase())
      expect(form.get('InstanceId')).toBe('ccc-test')
      expect(names).not.toContain('version')
      expect(new Set(names).size).toBe(names.length)
    }),
    { numRuns: 500 },
  )
})
