import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { createJwtAuthentication, type JwtOptions } from './agent/index.ts'
import { createProxyHandler } from './handler.ts'
import { listen } from './listen.testing.ts'
import type { ProxyOptions } from './options.ts'

const SECRET = 'a-secret-of-thirty-two-characters'
const ISSUER = 'https://id.example.com'
const API = 'https://proxy.example.com/aliyun/ccc/api'
const groupsOfAgent = { List: [{ SkillGroupId: 'presales@ccc-test' }], TotalCount: 1 }

interface Claims extends JWTPayload {
  skill_groups?: unknown
}

function sign(claims: Claims = {}, { expires = '5m', secret = SECRET } = {}) {
  const token = new SignJWT({ sub: 'agent@ccc-test', iss: ISSUER, aud: 'picker', ...claims })
  if (expires !== 'never') token.setExpirationTime(expires)
  return token.setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret))
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** What no library will sign. */
function unsigned(header: object, claims: Claims = {}, signature = ''): string {
  const exp = Math.floor(Date.now() / 1000) + 300
  const payload = { sub: 'agent@ccc-test', iss: ISSUER, aud: 'picker', exp, ...claims }
  return `${encode(header)}.${encode(payload)}.${signature}`
}

const jwt: JwtOptions = { key: { secret: SECRET }, issuer: ISSUER, audience: 'picker' }

function proxy(options: Partial<ProxyOptions> = {}) {
  const upstream = vi.fn<typeof fetch>(async (_, init) => {
    const { 'x-acs-action': action } = Object.fromEntries(new Headers(init?.headers))
    const Data = action === 'ListSkillLevelsOfUser' ? groupsOfAgent : []
    return Response.json({ Code: 'OK', RequestId: 'r-1', Data })
  })
  const handler = createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: createJwtAuthentication(jwt),
    fetch: upstream,
    ...options,
  })
  /** The forms that were sent for an action. */
  const sent = (action: string) =>
    upstream.mock.calls
      .filter(([, init]) => new Headers(init?.headers).get('x-acs-action') === action)
      .map(([, init]) => Object.fromEntries(new URLSearchParams(String(init?.body))))
  return { handler, upstream, sent }
}

interface Asked {
  token?: string | undefined
  action?: string
  request?: unknown
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
}

const pick = { calledNumber: '13888888888', skillGroupIdList: '["presales@ccc-test"]', count: 3 }

function ask({
  token,
  action = 'PickOutboundNumbers',
  request = pick,
  headers = {},
  method = 'POST',
}: Asked): Request {
  const form = new URLSearchParams({ request: JSON.stringify(request) })
  const url = `${API}?action=${action}`
  const all = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }
  return method === 'GET'
    ? new Request(`${url}&${form}`, { headers: all })
    : new Request(url, { method, headers: all, body: form })
}

async function codeOf(answer: Response) {
  const { Code, HttpStatusCode } = await answer.json()
  expect(HttpStatusCode).toBe(answer.status)
  return [answer.status, Code]
}

describe('who is not known', () => {
  it.each<[string, () => Promise<string | undefined> | string, string]>([
    ['without a token', async () => undefined, 'Unauthenticated.NoToken'],
    ['with no JWT at all', () => 'nonsense', 'Unauthenticated.TokenInvalid'],
    ['with an expired token', () => sign({}, { expires: '-1m' }), 'Unauthenticated.TokenExpired'],
    [
      'with another issuer’s',
      () => sign({ iss: 'https://evil.com' }),
      'Unauthenticated.TokenInvalid',
    ],
    ['with another service’s', () => sign({ aud: 'billing' }), 'Unauthenticated.TokenInvalid'],
    [
      'with another secret’s',
      () => sign({}, { secret: 'another-secret-of-32-characters!!' }),
      'Unauthenticated.TokenInvalid',
    ],
    ['with alg none', () => unsigned({ alg: 'none' }), 'Unauthenticated.TokenInvalid'],
    ['with alg None', () => unsigned({ alg: 'None' }), 'Unauthenticated.TokenInvalid'],
    [
      'with alg none and a signature',
      async () => unsigned({ alg: 'none' }, {}, (await sign()).split('.')[2]),
      'Unauthenticated.TokenInvalid',
    ],
    [
      'with a public-key algorithm at a shared secret',
      () => unsigned({ alg: 'RS256' }, {}, 'AAAA'),
      'Unauthenticated.TokenInvalid',
    ],
    [
      'with a token that is not valid yet',
      () => sign({ nbf: 9e9 }),
      'Unauthenticated.TokenInvalid',
    ],
    [
      'with a token that never expires',
      () => sign({}, { expires: 'never' }),
      'Unauthenticated.TokenInvalid',
    ],
    ['with a token for nobody', () => sign({ sub: '' }), 'Unauthenticated.TokenInvalid'],
    ['with a token for an odd name', () => sign({ sub: 'a\n"b' }), 'Unauthenticated.TokenInvalid'],
    ['with groups that are none', () => sign({ skill_groups: 7 }), 'Unauthenticated.TokenInvalid'],
  ])('%s is refused with 401, and nothing is sent', async (_, makeToken, code) => {
    const token = await makeToken()
    const { handler, upstream } = proxy()
    const answer = await handler(ask({ token }))
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    const text = await answer.clone().text()
    if (token) expect(text).not.toContain(token)
    expect(await codeOf(answer)).toEqual([401, code])
    expect(upstream).not.toHaveBeenCalled()
  })

  it.each<[string, Claims, string]>([
    ['another issuer', { iss: 'https://evil.com' }, 'its claim iss is not the expected one'],
    ['another audience', { aud: 'billing' }, 'its claim aud is not the expected one'],
    ['nobody', { sub: '' }, 'its claim sub is not what it should be'],
    [
      'a group without a name',
      { skill_groups: [''] },
      'its claim skill_groups is not what it should be',
    ],
  ])('is told to whoever reads the log, as for a token of %s', async (_, claims, reason) => {
    const observe = vi.fn()
    const { handler } = proxy({ observe })
    await handler(ask({ token: await sign(claims) }))
    expect(observe).toHaveBeenLastCalledWith(
      expect.objectContaining({ code: 'Unauthenticated.TokenInvalid', reason }),
    )
  })

  it.each<[string, () => unknown, number, string]>([
    ['knows nobody', () => null, 401, 'Unauthenticated'],
    [
      'fails',
      () => {
        throw new Error(`S3cret of 13888888888`)
      },
      503,
      'AuthenticationUnavailable',
    ],
    ['never answers', () => new Promise(() => {}), 503, 'AuthenticationUnavailable'],
    ['gives something else', () => ({ user: 'x' }), 500, 'InternalError'],
  ])('by a company’s own function that %s', async (_, authenticate, status, code) => {
    const options = { timeout: 50, authenticate: authenticate as () => null }
    const answer = await proxy(options).handler(ask({}))
    expect(await answer.clone().text()).not.toMatch(/S3cret|88888/)
    expect(await codeOf(answer)).toEqual([status, code])
  })
})

describe('tokens that would not tell agents apart', () => {
  it.each<[string, Partial<Record<keyof JwtOptions, unknown>>, RegExp]>([
    ['any issuer', { issuer: undefined }, /issuer is empty/],
    ['any audience', { audience: '' }, /audience is empty/],
    ['a secret that can be guessed', { key: { secret: 'k' } }, /secret is too short.*32/],
    ['keys from nowhere', { key: { jwksUrl: 'nope' } }, /jwksUrl is "nope"\. Pass an https/],
    ['keys without TLS', { key: { jwksUrl: 'http://id.example.com' } }, /Pass an https/],
  ])('are refused when the proxy is made: %s', (_, options, message) => {
    const careless = { ...jwt, ...options } as JwtOptions
    expect(() => createJwtAuthentication(careless)).toThrow(message)
  })
})

describe('what an agent may not do', () => {
  const everything = { actions: 'workbench' } as const
  it.each<[string, Partial<ProxyOptions>, Asked, Claims, [number, string]]>([
    [
      'act for another agent',
      {},
      { action: 'ListSkillLevelsOfUser', request: { userId: 'other@ccc-test' } },
      {},
      [403, 'Forbidden.User'],
    ],
    [
      'act for another agent, in other letters',
      {},
      { action: 'ListSkillLevelsOfUser', request: { UserId: 'Agent@ccc-test' } },
      {},
      [403, 'Forbidden.User'],
    ],
    [
      'dial for another agent',
      everything,
      { action: 'MakeCall', request: { USERID: 'other@ccc-test' } },
      {},
      [403, 'Forbidden.User'],
    ],
    [
      'hide another agent in a list',
      everything,
      { action: 'MakeCall', request: { 'UserId.1': 'agent@ccc-test' } },
      {},
      [403, 'Forbidden.User'],
    ],
    [
      'name another agent where none belongs',
      everything,
      { action: 'ResetAgentState', request: { userId: 'other@ccc-test' } },
      {},
      [403, 'Forbidden.User'],
    ],
    [
      'speak for another instance',
      {},
      { request: { ...pick, instanceId: 'ccc-other' } },
      {},
      [403, 'Forbidden.Instance'],
    ],
    [
      'pick from a group that is not the agent’s',
      {},
      { request: { ...pick, skillGroupIdList: '["presales@ccc-test","vip@ccc-test"]' } },
      {},
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'pick from a group that the token leaves out',
      {},
      { request: pick },
      { skill_groups: ['vip@ccc-test'] },
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'pick where the token leaves no group',
      {},
      { request: pick },
      { skill_groups: [] },
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'list all numbers where the token leaves no group',
      {},
      { action: 'ListOutboundNumbersOfUser', request: {} },
      { skill_groups: [] },
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'sign in to a group that is not the agent’s',
      everything,
      { action: 'SignInGroup', request: { signedSkillGroupIdList: ['vip@ccc-test'] } },
      {},
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'name a group in a list of parameters',
      everything,
      { action: 'ListOutboundNumbersOfUser', request: { 'SkillGroupIdList.1': 'vip@ccc-test' } },
      {},
      [403, 'Forbidden.SkillGroup'],
    ],
    [
      'name groups that cannot be read',
      {},
      { request: { ...pick, skillGroupIdList: '[{"a":1}]' } },
      {},
      [400, 'BadRequest'],
    ],
    [
      'call an action that is not listed',
      {},
      { action: 'MakeCall' },
      {},
      [403, 'Forbidden.Action'],
    ],
    [
      'call an action that no preset lists',
      everything,
      { action: 'DeleteInstance' },
      {},
      [403, 'Forbidden.Action'],
    ],
    [
      'send a parameter that the picker preset does not know',
      {},
      { request: { ...pick, callPriority: 1 } },
      {},
      [400, 'BadRequest'],
    ],
    [
      'act by GET, as a link on any page could',
      everything,
      { action: 'MakeCall', method: 'GET', request: {} },
      {},
      [405, 'MethodNotAllowed'],
    ],
  ])('%s', async (_, options, asked, claims, refusal) => {
    const { handler, sent } = proxy(options)
    const answer = await handler(ask({ token: await sign(claims), ...asked }))
    expect(await codeOf(answer)).toEqual(refusal)
    expect(sent(asked.action ?? 'PickOutboundNumbers')).toEqual([])
  })
})

describe('what an agent may do', () => {
  it('is to pick from the groups that the call center lists, asked once for many picks', async () => {
    const { handler, sent } = proxy()
    const token = await sign()
    for (const calledNumber of ['13888888888', '13888888889']) {
      expect((await handler(ask({ token, request: { ...pick, calledNumber } }))).status).toBe(200)
    }
    expect(sent('PickOutboundNumbers')).toHaveLength(2)
    expect(sent('ListSkillLevelsOfUser')).toEqual([
      { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', PageNumber: '1', PageSize: '100' },
    ])
  })

  it.each([
    ['an array', ['presales@ccc-test', 'vip@ccc-test']],
    ['one text', 'presales@ccc-test vip@ccc-test'],
  ])('is to pick from the groups in the token, %s, without asking', async (_, skill_groups) => {
    const { handler, sent } = proxy()
    expect((await handler(ask({ token: await sign({ skill_groups }) }))).status).toBe(200)
    expect(sent('ListSkillLevelsOfUser')).toEqual([])
  })

  it('is to list numbers, of the token’s groups where it limits them', async () => {
    const { handler, sent } = proxy()
    const token = await sign({ skill_groups: ['vip@ccc-test'] })
    await handler(ask({ token, action: 'ListOutboundNumbersOfUser', request: {} }))
    expect(sent('ListOutboundNumbersOfUser')).toEqual([
      { InstanceId: 'ccc-test', UserId: 'agent@ccc-test', SkillGroupIdList: '["vip@ccc-test"]' },
    ])
  })

  it('is to see the groups that the call center lists, without those that the token excludes', async () => {
    const List = ['presales', 'vip', 'night'].map((name) => ({
      SkillGroupId: `${name}@ccc-test`,
      SkillLevel: 5,
    }))
    const fetch = async () =>
      Response.json({ Code: 'OK', RequestId: 'r-1', Data: { PageNumber: 1, TotalCount: 3, List } })
    const { handler } = proxy({ fetch })
    const dataFor = async (claims: Claims) => {
      const token = await sign(claims)
      const answer = await handler(ask({ token, action: 'ListSkillLevelsOfUser', request: {} }))
      return (await answer.json()).Data
    }
    expect(await dataFor({})).toEqual({ PageNumber: 1, TotalCount: 3, List })
    expect(await dataFor({ skill_groups: ['vip@ccc-test'] })).toEqual({
      PageNumber: 1,
      PageSize: 100,
      TotalCount: 1,
      List: [{ SkillGroupId: 'vip@ccc-test', SkillLevel: 5 }],
    })
    expect(await dataFor({ skill_groups: [] })).toMatchObject({ TotalCount: 0, List: [] })
  })

  it('is to see a group of the last page on the first, if the token excludes all before', async () => {
    const groups = Array.from({ length: 250 }, (_, index) => ({ SkillGroupId: `g${index}` }))
    const fetch: typeof globalThis.fetch = async (_, init) => {
      const form = new URLSearchParams(String(init?.body))
      const [page, size] = [Number(form.get('PageNumber')), Number(form.get('PageSize'))]
      const List = groups.slice((page - 1) * size, page * size)
      return Response.json({ Code: 'OK', Data: { PageNumber: page, TotalCount: 250, List } })
    }
    const { handler } = proxy({ fetch })
    const token = await sign({ skill_groups: ['g120', 'g240', 'g241'] })
    const page = async (pageNumber: number) => {
      const request = { pageNumber, pageSize: 2 }
      const answer = await handler(ask({ token, action: 'ListSkillLevelsOfUser', request }))
      return (await answer.json()).Data
    }
    expect(await page(1)).toEqual({
      PageNumber: 1,
      PageSize: 2,
      TotalCount: 3,
      List: [{ SkillGroupId: 'g120' }, { SkillGroupId: 'g240' }],
    })
    expect(await page(2)).toMatchObject({ TotalCount: 3, List: [{ SkillGroupId: 'g241' }] })
  })

  it('is to see groups without a number being rounded', async () => {
    const fetch = async () =>
      new Response(
        '{"Code":"OK","Data":{"Id":12345678901234567890,"TotalCount":1,"List":[{"SkillGroupId":"g","Key":98765432109876543210}]}}',
      )
    const { handler } = proxy({ fetch })
    const token = await sign({ skill_groups: ['g'] })
    const answer = await handler(ask({ token, action: 'ListSkillLevelsOfUser', request: {} }))
    const text = await answer.text()
    expect(text).toContain('12345678901234567890')
    expect(text).toContain('98765432109876543210')
  })

  it.each([
    'ResetAgentState',
    'ListRecentCallDetailRecords',
    'ListRealtimeAgentStates',
    'ListAgentStates',
    'ListHistoricalAgentReport',
  ])('reaches the cloud in the agent’s own name: %s', async (action) => {
    const { handler, sent } = proxy({ actions: 'workbench' })
    const token = await sign()
    await handler(ask({ token, action, request: {} }))
    expect(sent(action)).toEqual([{ InstanceId: 'ccc-test', UserId: 'agent@ccc-test' }])
    const answer = await handler(ask({ token, action, request: { userId: 'other@ccc-test' } }))
    expect(await codeOf(answer)).toEqual([403, 'Forbidden.User'])
  })

  it.each([{}, { userId: '' }, { userId: 'agent@ccc-test' }, { USERID: 'agent@ccc-test' }])(
    'is done in the agent’s own name: %j',
    async (request) => {
      const { handler, sent } = proxy({ actions: 'workbench' })
      await handler(ask({ token: await sign(), action: 'MakeCall', request }))
      expect(sent('MakeCall')).toEqual([{ InstanceId: 'ccc-test', UserId: 'agent@ccc-test' }])
    },
  )

  it('is to send what only newer clouds know, but in the picker preset', async () => {
    const request = { callee: '13888888888', newest: { a: 1 } }
    const { handler, sent } = proxy({ actions: ['MakeCall'] })
    await handler(ask({ token: await sign(), action: 'MakeCall', request }))
    expect(sent('MakeCall')[0]).toMatchObject({ Newest: '{"a":1}' })
  })

  it('is every action of the Workbench SDK, with the preset for it', async () => {
    const { handler } = proxy({ actions: 'workbench' })
    const token = await sign()
    for (const action of ['PollUserStatus', 'RegisterDevice', 'ListDevices', 'LaunchSurvey']) {
      expect((await handler(ask({ token, action, request: {} }))).status).toBe(200)
    }
  })

  it('is everything the configuration lists, for everybody, where nobody is asked', async () => {
    const { handler, sent } = proxy({ authenticate: 'none' })
    await handler(ask({ action: 'ListSkillLevelsOfUser', request: { userId: 'any@ccc-test' } }))
    expect(sent('ListSkillLevelsOfUser')[0]).toMatchObject({ UserId: 'any@ccc-test' })
  })
})

describe('a token in a cookie', () => {
  const withCookie = { authenticate: createJwtAuthentication({ ...jwt, cookie: 'session' }) }
  const desk = 'https://desk.example.com'

  it.each<[string, Record<string, string>, number]>([
    ['of the proxy’s own page', { origin: 'https://proxy.example.com' }, 200],
    ['of a listed page', { origin: desk }, 200],
    ['of its own page without an Origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['of another page', { origin: 'https://evil.example.com' }, 403],
    ['of an unknown page', {}, 403],
    ['of another site’s link', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of a neighbour’s link', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed by hand', { 'sec-fetch-site': 'none' }, 403],
    ['of a sandboxed page', { origin: 'null' }, 403],
  ])('counts by what the browser says of the page: %s', async (_, headers, status) => {
    const { handler } = proxy({ ...withCookie, allowedOrigins: [desk] })
    const cookie = `theme=dark; session=${await sign()}`
    expect((await handler(ask({ headers: { cookie, ...headers } }))).status).toBe(status)
  })

  it('gives way to a token in the header', async () => {
    const { handler } = proxy(withCookie)
    const headers = { cookie: 'session=nonsense', origin: 'https://proxy.example.com' }
    expect((await handler(ask({ token: await sign(), headers }))).status).toBe(200)
  })

  it('counts for nothing where no cookie is configured', async () => {
    const headers = { cookie: `session=${await sign()}`, origin: 'https://proxy.example.com' }
    expect((await proxy().handler(ask({ headers }))).status).toBe(401)
  })
})

describe('keys at a URL', () => {
  async function issuer(alg: 'RS256' | 'ES256' | 'EdDSA') {
    const { publicKey, privateKey } = await generateKeyPair(alg)
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', alg }]
    const url = await listen((_, response) => response.end(JSON.stringify({ keys })))
    const signed = (kid = 'k1') =>
      new SignJWT({ sub: 'agent@ccc-test', iss: ISSUER, aud: 'picker' })
        .setProtectedHeader({ alg, kid })
        .setExpirationTime('5m')
        .sign(privateKey)
    return { jwksUrl: `${url}/keys`, signed, keys }
  }

  const knownBy = (jwksUrl: string) =>
    proxy({ authenticate: createJwtAuthentication({ ...jwt, key: { jwksUrl } }) }).handler

  it.each(['RS256', 'ES256', 'EdDSA'] as const)('prove tokens signed with %s', async (alg) => {
    const { jwksUrl, signed } = await issuer(alg)
    expect((await knownBy(jwksUrl)(ask({ token: await signed() }))).status).toBe(200)
  })

  it('do not prove a token that takes the public key for a secret', async () => {
    const { jwksUrl, keys } = await issuer('RS256')
    const token = await sign({}, { secret: JSON.stringify(keys[0]) })
    expect(await codeOf(await knownBy(jwksUrl)(ask({ token })))).toEqual([
      401,
      'Unauthenticated.TokenInvalid',
    ])
  })

  it('do not prove a token of a key that is not among them', async () => {
    const { jwksUrl, signed } = await issuer('ES256')
    const token = await signed('k2')
    expect((await knownBy(jwksUrl)(ask({ token }))).status).toBe(401)
  })

  it('that cannot be had are the proxy’s trouble, not the agent’s', async () => {
    const { signed } = await issuer('ES256')
    const answer = await knownBy('http://127.0.0.1:1/keys')(ask({ token: await signed() }))
    expect(await codeOf(answer)).toEqual([503, 'AuthenticationUnavailable'])
  })
})
