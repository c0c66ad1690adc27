import fc from 'fast-check'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createJwtAuthentication, createLimits } from './agent/index.ts'
import { createProxyHandler } from './handler.ts'
import type { ProxyOptions } from './options.ts'
import { createLogger, logEvents } from './program/index.ts'

/** A customer's number and secrets, put wherever they fit; none may come out again. */
const NUMBER = '13888888888'
const SPACED = '138 8888 8888'
const KEY_SECRET = 'KeyS3cretKeyS3cretKeyS3cret'
const JWT_SECRET = 'JwtS3cretJwtS3cretJwtS3cretJwtS3cret'
const LEAKS = new RegExp(`${NUMBER}|${SPACED}|S3cret`)

let written = ''
const log = logEvents(createLogger('debug', { write: (text) => (written += text) }))
let token = ''

beforeAll(async () => {
  // Without waits between tries.
  vi.spyOn(Math, 'random').mockReturnValue(0)
  token = await new SignJWT({ sub: 'agent@ccc-test', iss: 'i', aud: 'a', skill_groups: ['g'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(Buffer.from(JWT_SECRET))
})

afterAll(() => vi.restoreAllMocks())

const words = fc.constantFrom(
  'InstanceId',
  'instanceId',
  'UserId',
  'userId.1',
  'calledNumber',
  'skillGroupIdList',
  'Version',
  '__proto__',
  'constructor',
  'ccc-test',
  '["g"]',
  '[',
  NUMBER,
  SPACED,
)
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 }))
const json = fc
  .dictionary(text, fc.oneof(text, fc.jsonValue({ maxDepth: 2 })), { maxKeys: 5 })
  .map((value) => JSON.stringify(value))

const actions = fc.constantFrom('PickOutboundNumbers', 'MakeCall', 'ListSkillLevelsOfUser', NUMBER)

const header = fc.tuple(
  fc.oneof(
    fc.constantFrom('authorization', 'cookie', 'host', 'content-length', 'sec-fetch-site'),
    fc.constantFrom('content-encoding', 'transfer-encoding', 'x-request-id', 'origin', 'accept'),
    fc.stringMatching(/^[a-z][a-z-]{0,15}$/),
  ),
  fc.oneof(
    fc.constantFrom('gzip', 'chunked', `Bearer ${NUMBER}`, 'session=x', 'null', '-1'),
    fc.constantFrom(`https://${NUMBER}.example`, 'https://desk.example.com', SPACED),
    fc.stringMatching(/^[\x21-\x7e]{0,30}$/),
  ),
)

const types = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=gbk',
  'multipart/form-data; boundary=x',
  'application/json',
  `text/${NUMBER}`,
  '',
)

const bodies: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  json.map((value) => `request=${encodeURIComponent(value)}`),
  text.map((value) => `request=${value}&request=%zz%${value}`),
  text,
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
)

/** What an agent may well send, but for its values. */
const soundRequests = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constant('/aliyun/ccc/api'),
  query: fc.constantFrom('action=PickOutboundNumbers', 'Action=PickOutboundNumbers&region=x'),
  known: fc.constant(true),
  type: fc.constant('application/x-www-form-urlencoded'),
  headers: fc.constant<[string, string][]>([]),
  body: fc
    .record({ calledNumber: text, skillGroupIdList: fc.constant('["g"]'), Count: fc.nat() })
    .map((value) => `request=${encodeURIComponent(JSON.stringify(value))}`),
})

const requests = fc
  .oneof(
    soundRequests,
    fc.record({
      method: fc.constantFrom(
        'GET',
        'POST',
        'POST',
        'POST',
        'PUT',
        'DELETE',
        'HEAD',
        'OPTIONS',
        'X',
      ),
      path: fc.oneof(
        { weight: 6, arbitrary: fc.constant('/aliyun/ccc/api') },
        fc.webPath(),
        fc.constant(`/${NUMBER}/%ff`),
      ),
      query: fc.oneof(
        { weight: 4, arbitrary: actions.map((action) => `action=${action}`) },
        fc.webQueryParameters(),
      ),
      known: fc.boolean(),
      type: fc.oneof(fc.constant('application/x-www-form-urlencoded'), types),
      headers: fc.array(header, { maxLength: 3 }),
      body: bodies,
    }),
  )
  .map(({ method, path, query, known, type, headers, body }) => {
    const bodiless = method === 'GET' || method === 'HEAD'
    const url = `https://proxy.example.com${path}?${bodiless ? `${query}&${body}` : query}`
    const all = new Headers({ ...(type && { 'content-type': type }) })
    for (const [name, value] of headers) all.set(name, value)
    if (known) all.set('authorization', `Bearer ${token}`)
    const init = { method, headers: all, ...(!bodiless && { body }) }
    return { url, init, headers: [...all], make: () => new Request(url, init) }
  })

/** In the cloud's envelope, which is handed on, and so the agent's to read. */
const envelopes = fc.oneof(
  text.map((message) => JSON.stringify({ Code: message, Message: message })),
  text.map((message) => JSON.stringify({ Code: 'OK', RequestId: message })),
  text.map((message) => `<R><Code>OK</Code><Data>${message}</Data></R>`),
)

/** Everything else that may come in its place. */
const nonsense = fc.oneof(
  text,
  fc.json(),
  text.map((message) => `<html><title>${message}</title>`),
  text.map((message) => `{"Message":"${message}","Code":`),
  text.map((message) => JSON.stringify({ error: message, path: message })),
)

const spoken = fc
  .record({
    status: fc.constantFrom(200, 302, 400, 403, 404, 500, 503),
    body: fc.oneof(
      envelopes.map((text) => ({ text, own: false })),
      nonsense.map((text) => ({ text, own: true })),
    ),
    requestId: fc.constantFrom('r-1', NUMBER, ''),
  })
  .map(({ status, body: { text, own }, requestId }) => ({
    own,
    give: async () => new Response(text, { status, headers: { 'x-acs-request-id': requestId } }),
  }))

const broken = fc
  .oneof(
    text.map((message) => new Error(message, { cause: { code: message } })),
    fc.anything(),
  )
  .map((thrown) => ({ own: true, give: () => Promise.reject(thrown) }))

/** What becomes of a try; `own` says that the answer has to be the proxy's own. */
const answers = fc.oneof(spoken, broken)

let cloud: () => Promise<Response> = () => Promise.reject()
let form = new URLSearchParams()
let reached = 0

function proxy(options: Partial<ProxyOptions>) {
  return createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'LTAItest', accessKeySecret: KEY_SECRET }),
    authenticate: 'none',
    allowedOrigins: ['https://desk.example.com'],
    observe: log,
    limits: 'none',
    breaker: { failures: Number.POSITIVE_INFINITY },
    fetch: (_, init) => {
      form = new URLSearchParams(String(init?.body))
      reached += 1
      return cloud()
    },
    ...options,
  })
}

const jwt = { issuer: 'i', audience: 'a', cookie: 'session' }
const authenticate = createJwtAuthentication({ ...jwt, key: { secret: JWT_SECRET } })

/** Runs of each; 21,000 requests in all. */
const proxies: readonly [name: string, options: Partial<ProxyOptions>, runs: number][] = [
  ['the picker preset, for anybody', { tries: 2 }, 8000],
  ['the workbench preset, for agents with a token', { actions: 'workbench', authenticate }, 8000],
  [
    'limits and a breaker, for agents of a function that fails',
    {
      limits: createLimits('ccc-test', { perInstance: 200, window: 1 }),
      breaker: { failures: 2, rest: 1 },
      authenticate: (request) => {
        if (request.headers.has('cookie')) throw new Error(`S3cret ${NUMBER}`)
        return request.headers.has('accept') ? null : { userId: 'agent@ccc-test' }
      },
    },
    2500,
  ],
  [
    'credentials that fail',
    {
      credentials: async () => {
        throw new Error(`no key: {"Secret":"${KEY_SECRET}","n":"${NUMBER}"}`)
      },
    },
    2500,
  ],
]

it.each(proxies)(
  'answers whatever is asked in the envelope, and leaks nothing: with %s',
  async (_, options, numRuns) => {
    const handler = proxy(options)
    reached = 0
    await fc.assert(
      fc.asyncProperty(requests, answers, async ({ init, make }, answer) => {
        const before = reached
        cloud = answer.give
        written = ''
        const response = await handler(make())
        const body = await response.text()

        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(response.headers.get('x-content-type-options')).toBe('nosniff')
        expect(written).not.toMatch(LEAKS)
        expect(written).toContain(response.headers.get('x-request-id'))
        if (response.status === 204 || init.method === 'HEAD') return
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
        const { Code, Message } = JSON.parse(body)
        expect(Code).toEqual(expect.stringMatching(/./s))
        if (answer.own || reached === before) expect(body).not.toMatch(LEAKS)
        expect(String(Message)).not.toMatch(/\n {4}at |node:internal|\.ts:\d/)
        expect(body).not.toContain('S3cret')
      }),
      { numRuns },
    )
    // Or the requests would be so odd that none gets to the part that could leak.
    // While a breaker rests, how many do is a matter of time.
    const fewest = options.breaker ? 1 : numRuns / 100
    if (!options.credentials) expect(reached).toBeGreaterThanOrEqual(fewest)
  },
  180_000,
)

it('sends no instance but its own, and nothing of the cloud’s protocol, whatever is asked', async () => {
  const handler = proxy({ actions: 'workbench', authenticate })
  cloud = async () => new Response('{"Code":"OK"}')
  await fc.assert(
    fc.asyncProperty(requests, async ({ make }) => {
      form = new URLSearchParams('InstanceId=ccc-test')
      await handler(make())
      const names = [...form.keys()].map((name) => name.toLowerCase())
      expect(form.get('InstanceId')).toBe('ccc-test')
      expect(form.get('UserId') ?? 'agent@ccc-test').toBe('agent@ccc-test')
      expect(names).not.toContain('version')
      expect(new Set(names).size).toBe(names.length)
    }),
    { numRuns: 2000 },
  )
}, 180_000)
