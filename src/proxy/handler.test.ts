import { describe, expect, it, vi } from 'vitest'
import { createProxyHandler } from './handler.ts'
import type { ProxyOptions } from './options.ts'

const OK = '{"Code":"OK","Message":"","RequestId":"r-1","HttpStatusCode":200,"Data":[]}'
const URL_OF_PICK = 'https://proxy.example.com/aliyun/ccc/api?action=PickOutboundNumbers'
const pick = { calledNumber: '13888888888', skillGroupIdList: '["a@ccc-test"]', count: 3 }

function proxy(options: Partial<ProxyOptions> = {}) {
  const upstream = vi.fn<typeof fetch>(async () => new Response(OK))
  const handler = createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'LTAItest', accessKeySecret: 'secret' }),
    authenticate: 'none',
    fetch: upstream,
    ...options,
  })
  const sent = () => {
    const [url, init] = upstream.mock.calls[0] ?? []
    return { url: String(url), init, form: new URLSearchParams(String(init?.body)) }
  }
  return { handler, upstream, sent }
}

interface Posted {
  url?: string
  headers?: Record<string, string>
  request?: unknown
}

function post({ url = URL_OF_PICK, headers = {}, request = pick }: Posted = {}): Request {
  const body = new URLSearchParams({ request: JSON.stringify(request) })
  return new Request(url, { method: 'POST', headers, body })
}

async function envelopeOf(answer: Response) {
  return { status: answer.status, ...(await answer.json()) }
}

describe('a call', () => {
  it('is signed and sent to the region, with its parameters in the body', async () => {
    const { handler, sent } = proxy()
    const answer = await handler(post())

    expect(await answer.text()).toBe(OK)
    const { url, init, form } = sent()
    expect(url).toBe('https://ccc.cn-shanghai.aliyuncs.com/')
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(init?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-acs-action': 'PickOutboundNumbers',
      authorization: expect.stringMatching(
        /^ACS3-HMAC-SHA256 Credential=LTAItest,SignedHeaders=\S*x-acs-content-sha256\S*,Signature=[0-9a-f]{64}$/,
      ),
    })
    expect(Object.fromEntries(form)).toEqual({
      InstanceId: 'ccc-test',
      CalledNumber: '13888888888',
      SkillGroupIdList: '["a@ccc-test"]',
      Count: '3',
    })
  })

  it('may come as GET, with the parameters in the query, and goes on in a body', async () => {
    const { handler, sent } = proxy()
    const query = new URLSearchParams({ action: 'GetNumberLocation', request: '{"number":"010"}' })
    await handler(new Request(`https://proxy.example.com/aliyun/ccc/api?${query}`))
    expect(sent().url).not.toContain('010')
    expect(sent().form.get('Number')).toBe('010')
  })

  it('does not let the browser choose product, version and region', async () => {
    const { handler, sent } = proxy({ regionId: 'ap-southeast-1' })
    await handler(
      post({ url: `${URL_OF_PICK}&product=Ecs&version=2014-05-26&region=evil.example.com/` }),
    )
    expect(sent().url).toBe('https://ccc.ap-southeast-1.aliyuncs.com/')
    expect(sent().init?.headers).toMatchObject({ 'x-acs-version': '2020-07-01' })
    expect([...sent().form.keys()]).not.toContain('Product')
  })

  it.each(['Action', 'action'])('names its action in the query parameter %s', async (name) => {
    const { handler } = proxy()
    const answer = await handler(post({ url: URL_OF_PICK.replace('action', name) }))
    expect(answer.status).toBe(200)
  })

  it('goes where the options say', async () => {
    const { handler, sent } = proxy({
      endpoint: 'http://127.0.0.1:9000/',
      path: '/data/api.json',
      actionParam: 'apiName',
      actions: ['MakeCall'],
    })
    await handler(post({ url: 'https://proxy.example.com/data/api.json?apiName=MakeCall' }))
    expect(sent().url).toBe('http://127.0.0.1:9000/')
    expect(sent().init?.headers).toMatchObject({ 'x-acs-action': 'MakeCall' })
  })

  it('sends the token of a temporary key', async () => {
    const { handler, sent } = proxy({
      credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's', securityToken: 'sts' }),
    })
    await handler(post())
    expect(sent().init?.headers).toMatchObject({ 'x-acs-security-token': 'sts' })
  })

  it('is answered as the cloud answers, status and all', async () => {
    const refused = '{"Code":"Throttling.User","Message":"slow","RequestId":"r-2"}'
    const { handler } = proxy({ fetch: async () => new Response(refused, { status: 400 }) })
    const answer = await handler(post())
    expect(answer.status).toBe(400)
    expect(await answer.text()).toBe(refused)
  })

  it('stops when the browser leaves', async () => {
    const browser = new AbortController()
    let upstream: AbortSignal | null | undefined
    const { handler } = proxy({
      fetch: (_, init) => {
        upstream = init?.signal
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
          browser.abort()
        })
      },
    })
    const answer = await handler(new Request(post(), { signal: browser.signal }))
    expect(upstream?.aborted).toBe(true)
    expect(answer.status).toBe(499)
  })
})

describe('a refusal', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const raw = (body: string, headers: Record<string, string> = form, url = URL_OF_PICK) =>
    new Request(url, { method: 'POST', headers, body })

  it.each([
    [
      'an action that is not let through',
      post({ url: URL_OF_PICK.replace('Pick', 'Delete') }),
      403,
      'Forbidden.Action',
      /"DeleteOutboundNumbers"/,
    ],
    [
      'an action of the prototype',
      post({ url: URL_OF_PICK.replace('PickOutboundNumbers', '__proto__') }),
      403,
      'Forbidden.Action',
      /__proto__/,
    ],
    [
      'no action',
      post({ url: 'https://proxy.example.com/aliyun/ccc/api' }),
      400,
      'BadRequest',
      /\?action=/,
    ],
    [
      'two actions',
      post({ url: `${URL_OF_PICK}&Action=GetNumberLocation` }),
      400,
      'BadRequest',
      /once/,
    ],
    [
      'another instance',
      post({ request: { instanceId: 'ccc-other' } }),
      403,
      'Forbidden.Instance',
      /another instance/,
    ],
    [
      'a parameter of the cloud’s protocol',
      post({ request: { version: '2014-05-26' } }),
      400,
      'BadRequest',
      /"version"/,
    ],
    ['no field request', raw('a=1'), 400, 'BadRequest', /'request' is missing/],
    ['two fields request', raw('request={}&request={}'), 400, 'BadRequest', /more than once/],
    [
      'a body of JSON',
      raw('{"request":{}}', { 'content-type': 'application/json' }),
      400,
      'BadRequest',
      /x-www-form-urlencoded/,
    ],
    [
      'a body without a type',
      raw('request={}', { 'content-type': '' }),
      400,
      'BadRequest',
      /no content type/,
    ],
    [
      'an unknown path',
      post({ url: 'https://proxy.example.com/data/api.json' }),
      404,
      'EndpointNotFound',
      /\/aliyun\/ccc\/api/,
    ],
    [
      'a body over the limit',
      raw(`request=${'x'.repeat(70_000)}`),
      413,
      'RequestTooLarge',
      /65536 bytes/,
    ],
    [
      'a query over the limit',
      new Request(`${URL_OF_PICK}&request=${'x'.repeat(70_000)}`),
      413,
      'RequestTooLarge',
      /65536 bytes/,
    ],
    [
      'another method',
      new Request(URL_OF_PICK, { method: 'DELETE' }),
      405,
      'MethodNotAllowed',
      /POST and GET/,
    ],
  ])(
    'meets %s, in the envelope, and nothing is sent',
    async (_, request, status, code, message) => {
      const { handler, upstream } = proxy()
      const answer = await handler(request)
      expect(await envelopeOf(answer)).toEqual({
        status,
        Code: code,
        Message: expect.stringMatching(message),
        RequestId: answer.headers.get('x-request-id'),
        HttpStatusCode: status,
      })
      expect(upstream).not.toHaveBeenCalled()
    },
  )

  it('counts a body that comes in pieces and does not tell its length', async () => {
    const { handler } = proxy({ bodyLimit: 100 })
    const body = new Blob([`request=${'x'.repeat(200)}`]).stream()
    const request = new Request(URL_OF_PICK, {
      method: 'POST',
      headers: form,
      body,
      duplex: 'half',
    } as RequestInit)
    expect((await handler(request)).status).toBe(413)
  })

  it('keeps an endless action short', async () => {
    const { handler } = proxy()
    const url = URL_OF_PICK + 'x'.repeat(10_000)
    const { Message } = await envelopeOf(await handler(post({ url })))
    expect(Message.length).toBeLessThan(150)
  })

  it('tells which methods there are', async () => {
    const { handler } = proxy()
    const answer = await handler(new Request(URL_OF_PICK, { method: 'PUT' }))
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })

  it('meets HEAD too, which must not pick', async () => {
    const { handler, upstream } = proxy()
    expect((await handler(new Request(URL_OF_PICK, { method: 'HEAD' }))).status).toBe(405)
    expect(upstream).not.toHaveBeenCalled()
  })

  it('says why there is no key, and no secret', async () => {
    const { handler } = proxy({
      credentials: async () => {
        throw new Error('get sts token failed: {"AccessKeySecret":"S3cretS3cretS3cret"}')
      },
    })
    expect(await envelopeOf(await handler(post()))).toMatchObject({
      status: 500,
      Code: 'CredentialsUnavailable',
      Message: 'The proxy has no access key to sign with: get sts token failed: ….',
    })
  })

  it.each([undefined, null, 'text', new Error('S3cret')])(
    'comes of credentials that throw %s as well',
    async (thrown) => {
      const { handler } = proxy({ credentials: () => Promise.reject(thrown) })
      expect((await envelopeOf(await handler(post()))).Code).toBe('CredentialsUnavailable')
    },
  )

  it('comes in the envelope, without a stack, when something fails that nobody foresaw', async () => {
    const { handler } = proxy({
      observe: ({ type }) => {
        if (type === 'attempt') throw '13888888888'
      },
    })
    const answer = await handler(post())
    expect(await envelopeOf(answer)).toEqual({
      status: 500,
      Code: 'InternalError',
      Message: 'The proxy failed at this request.',
      RequestId: answer.headers.get('x-request-id'),
      HttpStatusCode: 500,
    })
  })
})

describe('every answer', () => {
  it.each([
    ['of a call', post(), 200],
    ['of a refusal', post({ request: { version: '1' } }), 400],
    ['at an unknown path', new Request('https://proxy.example.com/'), 404],
    ['to another method', new Request(URL_OF_PICK, { method: 'PATCH' }), 405],
    ['to a stranger', post({ headers: { origin: 'https://evil.example.com' } }), 403],
  ])('is JSON that is not stored and not guessed at: %s', async (_, request, status) => {
    const { handler } = proxy()
    const answer = await handler(request)
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('a page', () => {
  const desk = 'https://desk.example.com'
  const from = (origin: string, request: unknown = pick) => post({ headers: { origin }, request })
  const preflight = (origin: string) =>
    new Request(URL_OF_PICK, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-agent-token',
      },
    })

  it.each(['https://proxy.example.com', 'http://proxy.example.com:443'])(
    'of the proxy’s own host may call, whatever ends TLS before it: %s',
    async (origin) => {
      const { handler } = proxy()
      const url = origin.startsWith('https')
        ? URL_OF_PICK
        : URL_OF_PICK.replace('example.com', 'example.com:443').replace('https', 'http')
      expect((await handler(post({ url, headers: { origin } }))).status).toBe(200)
    },
  )

  it.each([
    'https://evil.example.com',
    'https://proxy.example.com.evil.com',
    'https://proxy.example.com:8443',
    'null',
    'nonsense',
  ])('of another origin may not, and nothing is sent: %s', async (origin) => {
    const { handler, upstream } = proxy({ allowedOrigins: [desk] })
    const answer = await handler(from(origin))
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(await envelopeOf(answer)).toMatchObject({ status: 403, Code: 'Forbidden.Origin' })
    expect((await handler(preflight(origin))).status).toBe(403)
    expect(upstream).not.toHaveBeenCalled()
  })

  it('of a listed origin may call, with cookies', async () => {
    const { handler } = proxy({ allowedOrigins: ['https://other.example.com', `${desk}/`] })
    const answer = await handler(from(desk))
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': desk,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    })
  })

  it('of a listed origin can read why it was refused', async () => {
    const { handler } = proxy({ allowedOrigins: [desk] })
    const answer = await handler(from(desk, { version: '1' }))
    expect(answer.status).toBe(400)
    expect(answer.headers.get('access-control-allow-origin')).toBe(desk)
  })

  it('of a listed origin may ask first, with headers of its own', async () => {
    const { handler } = proxy({ allowedOrigins: [desk] })
    const answer = await handler(preflight(desk))
    expect(answer.status).toBe(204)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': desk,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'x-agent-token',
      'cache-control': 'no-store',
    })
  })
})

describe('createProxyHandler', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no instance', { instanceId: undefined }, /instanceId is undefined\. Name the instance/],
    ['no credentials', { credentials: null }, /credentials is null\. Pass a function/],
    ['nobody who tells who calls', { authenticate: 'nobody' }, /authenticate is "nobody"\. Pass/],
    ['a path without its slash', { path: 'api' }, /path is "api"\. Begin it with \//],
    ['no time', { timeout: -1 }, /timeout is -1\. Pass a whole number above 0/],
    ['no try', { tries: 0 }, /tries is 0\. Pass a whole number above 0/],
    ['an endpoint without its scheme', { endpoint: 'ccc.example.com' }, /endpoint is "ccc.*origin/],
    ['an endpoint with a path', { endpoint: 'https://a.example/b' }, /endpoint is "https:.*origin/],
    ['an origin with a wildcard', { allowedOrigins: ['https://*'] }, /allowedOrigins is "https:/],
  ])('refuses options that cannot work, as %s', (_, options, message) => {
    expect(() => proxy(options)).toThrow(message)
  })
})
