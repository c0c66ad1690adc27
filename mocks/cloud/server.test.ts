import { createHash, createHmac } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type MockCloud, type MockCloudOptions, startMockCloud } from './index.ts'
import { callWithOpenApiCore, callWithPopCore } from './officialClients.fixture.ts'

const pick = {
  InstanceId: 'ccc-test',
  CalledNumber: '13888888888',
  SkillGroupIdList: '["presales@ccc-test"]',
  Count: '3',
}
const signedAt = Date.parse('2026-03-02T02:00:00Z')
const minutes = 60_000

let cloud: MockCloud | undefined

async function start(options: MockCloudOptions = {}): Promise<MockCloud> {
  cloud = await startMockCloud({ port: 0, ...options })
  return cloud
}

afterEach(async () => {
  await cloud?.close()
  cloud = undefined
})

/** Signs by hand, for requests that the official clients would never make. */
function signByHand(
  url: string,
  {
    query = pick,
    body = '',
    headers = {},
    nonce = 'nonce-1',
  }: {
    query?: Record<string, string>
    body?: string
    headers?: Record<string, string>
    nonce?: string
  } = {},
) {
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const signed: Record<string, string> = {
    host: new URL(url).host,
    'x-acs-action': 'PickOutboundNumbers',
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': '2026-03-02T02:00:00Z',
    'x-acs-signature-nonce': nonce,
    'x-acs-version': '2020-07-01',
    ...headers,
  }
  const names = Object.keys(signed).sort()
  const search = Object.entries(query)
    .sort()
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const lines = names.map((name) => `${name}:${signed[name]}\n`).join('')
  const canonical = `POST\n/\n${search}\n${lines}\n${names.join(';')}\n${bodyHash}`
  const stringToSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`
  const signature = createHmac('sha256', 'testsecret').update(stringToSign).digest('hex')
  const { host: _, ...sent } = signed
  return {
    url: `${url}/?${search}`,
    init: {
      method: 'POST',
      body: body || null,
      headers: {
        ...sent,
        authorization: `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${names.join(';')},Signature=${signature}`,
      },
    },
  }
}

async function send({
  url,
  init,
}: ReturnType<typeof signByHand>): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    ...init,
    headers: { ...init.headers, accept: 'application/json' },
  })
  return answer.json()
}

describe('the official client of today (V3 signature)', () => {
  it('is accepted with parameters in the query', async () => {
    const { url, requests } = await start()
    const { code, body } = await callWithOpenApiCore({ url }, 'PickOutboundNumbers', {
      query: pick,
    })
    expect(code).toBe('OK')
    expect(body.Data).toHaveLength(3)
    expect(requests).toEqual([{ action: 'PickOutboundNumbers', signature: 'V3', parameters: pick }])
  })

  it('is accepted with parameters in a form, and in both places', async () => {
    const { url, requests } = await start()
    const { InstanceId, ...others } = pick
    const inForm = await callWithOpenApiCore({ url }, 'PickOutboundNumbers', { body: pick })
    const inBoth = await callWithOpenApiCore({ url }, 'PickOutboundNumbers', {
      query: { InstanceId },
      body: others,
    })
    expect([inForm.code, inBoth.code]).toEqual(['OK', 'OK'])
    expect(requests.map(({ parameters }) => parameters)).toEqual([pick, pick])
  })

  it('is accepted when values hold what URLs reserve', async () => {
    const { url, requests } = await start()
    const odd = { ...pick, SkillGroupIdList: `["a!'()*~ +&=%/中@ccc-test"]` }
    expect(await callWithOpenApiCore({ url }, 'PickOutboundNumbers', { query: odd })).toMatchObject(
      {
        code: 'OK',
        body: { Data: [] },
      },
    )
    expect(requests[0]?.parameters).toEqual(odd)
  })

  it.each([
    ['SignatureDoesNotMatch', 400, { accessKeySecret: 'guessed' }],
    ['InvalidAccessKeyId.NotFound', 404, { accessKeyId: 'stranger' }],
    ['InvalidAccessKeyId.Inactive', 400, { accessKeyId: 'retired' }],
    ['InvalidVersion', 400, { version: '2017-07-05' }],
  ])('is refused with %s', async (code, status, caller) => {
    const { url, requests } = await start({
      accessKeys: { testid: 'testsecret', retired: { secret: 'testsecret', active: false } },
    })
    const outcome = await callWithOpenApiCore({ url, ...caller }, 'PickOutboundNumbers', {
      query: pick,
    })
    expect(outcome).toMatchObject({ code, status })
    expect(requests).toEqual([])
  })

  it.each([-16, 16])('is refused when the clocks are %i minutes apart', async (apart) => {
    const { url } = await start({ now: () => Date.now() + apart * minutes })
    const { code } = await callWithOpenApiCore({ url }, 'PickOutboundNumbers', { query: pick })
    expect(code).toBe('InvalidTimeStamp.Expired')
  })

  it('learns that the instance or the action does not exist', async () => {
    const { url } = await start()
    const query = { ...pick, InstanceId: 'ccc-nope' }
    expect(await callWithOpenApiCore({ url }, 'PickOutboundNumbers', { query })).toMatchObject({
      code: 'NotExists.InstanceId',
      status: 404,
      body: { Message: 'The specified instance ccc-nope does not exist.' },
    })
    expect(await callWithOpenApiCore({ url }, 'PickNothing', { query: pick })).toMatchObject({
      code: 'InvalidApi.NotFound',
      status: 404,
    })
  })
})

describe('the official client of old (V1 signature)', () => {
  it.each(['GET', 'POST'] as const)('is accepted by %s', async (method) => {
    const { url, requests } = await start()
    const { code } = await callWithPopCore({ url }, 'PickOutboundNumbers', pick, method)
    expect(code).toBe('OK')
    expect(requests).toEqual([{ action: 'PickOutboundNumbers', signature: 'V1', parameters: pick }])
  })

  it('is refused with a wrong secret, and told what the server signed', async () => {
    const { url } = await start()
    const caller = { url, accessKeySecret: 'guessed' }
    const { code, status, body } = await callWithPopCore(caller, 'PickOutboundNumbers', pick, 'GET')
    expect([code, status]).toEqual(['SignatureDoesNotMatch', 400])
    expect(body.Message).toMatch(/server string to sign is:GET&%2F&AccessKeyId%3Dtestid%26/)
  })

  it('is refused when the clocks are 16 minutes apart', async () => {
    const { url } = await start({ now: () => Date.now() + 16 * minutes })
    const { code } = await callWithPopCore({ url }, 'PickOutboundNumbers', pick, 'POST')
    expect(code).toBe('InvalidTimeStamp.Expired')
  })

  it('may not sign twice with one nonce', async () => {
    const { url } = await start()
    const query = { ...pick, SignatureNonce: 'nonce-1' }
    const first = await callWithPopCore({ url }, 'PickOutboundNumbers', query, 'GET')
    const second = await callWithPopCore({ url }, 'PickOutboundNumbers', query, 'GET')
    expect([first.code, second.code]).toEqual(['OK', 'SignatureNonceUsed'])
  })
})

describe('the gate', () => {
  it('refuses a replayed request as long as its date is fresh, and for its date afterwards', async () => {
    let clock = signedAt - 10 * minutes
    const { url } = await start({ now: () => clock })
    const request = signByHand(url)
    expect(await send(request)).toMatchObject({ Code: 'OK' })
    clock = signedAt + 15 * minutes
    expect(await send(request)).toMatchObject({ Code: 'SignatureNonceUsed' })
    clock += 1
    expect(await send(request)).toMatchObject({ Code: 'InvalidTimeStamp.Expired' })
  })

  it('lets a refused request keep its nonce', async () => {
    const { url } = await start({ now: () => signedAt })
    const request = signByHand(url)
    const forged = request.init.headers.authorization.replace(/.{64}$/, '0'.repeat(64))
    const forgery = {
      ...request,
      init: { ...request.init, headers: { ...request.init.headers, authorization: forged } },
    }
    expect(await send(forgery)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
    expect(await send(request)).toMatchObject({ Code: 'OK' })
  })

  it('notices a body that is not the one that was signed', async () => {
    const { url } = await start({ now: () => signedAt })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const request = signByHand(url, { query: {}, body: 'CalledNumber=13888888888', headers })
    const tampered = { ...request, init: { ...request.init, body: 'CalledNumber=13888888889' } }
    expect(await send(tampered)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
  })

  it('notices a signed hash that is not the hash of the body', async () => {
    const { url } = await start({ now: () => signedAt })
    const headers = { 'x-acs-content-sha256': '0'.repeat(64) }
    expect(await send(signByHand(url, { headers }))).toMatchObject({
      Code: 'SignatureDoesNotMatch',
    })
  })

  it('notices a query that is not the one that was signed', async () => {
    const { url } = await start({ now: () => signedAt })
    const request = signByHand(url)
    const tampered = { ...request, url: request.url.replace('Count=3', 'Count=50') }
    expect(await send(tampered)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
  })

  it('wants every header of its own signed', async () => {
    const { url } = await start({ now: () => signedAt })
    const request = signByHand(url)
    const headers = { ...request.init.headers, 'x-acs-security-token': 'slipped-in' }
    expect(await send({ ...request, init: { ...request.init, headers } })).toMatchObject({
      Code: 'IncompleteSignature',
      Message: expect.stringContaining('x-acs-security-token is sent but not signed'),
    })
  })

  it.each([
    ['no signature at all', {}, /SignatureMethod must be HMAC-SHA1/],
    ['another algorithm', { authorization: 'Bearer token' }, /Authorization must read/],
  ])('refuses %s', async (_what, headers, message) => {
    const { url } = await start()
    const answer = await fetch(url, { headers: { ...headers, accept: 'application/json' } })
    expect(answer.status).toBe(400)
    const body = await answer.json()
    expect(body).toMatchObject({ Code: 'IncompleteSignature', HostId: expect.any(String) })
    expect(body.Message).toMatch(message)
  })
})

describe('the format of answers', () => {
  const parse = (xml: string): unknown => new XMLParser({ parseTagValue: false }).parse(xml)

  it('is XML when XML is asked for', async () => {
    const { url } = await start({ now: () => signedAt })
    const { init, url: address } = signByHand(url, { query: { ...pick, Format: 'XML' } })
    const answer = await fetch(address, init)
    expect(answer.headers.get('content-type')).toBe('text/xml;charset=utf-8')
    expect(parse(await answer.text())).toMatchObject({
      PickOutboundNumbersResponse: {
        Code: 'OK',
        Data: { NumberPair: [{ Callee: { Number: '13888888888' } }, {}, {}] },
      },
    })
  })

  it('is XML for refusals when nobody asked for JSON', async () => {
    const { url } = await start()
    const answer = await fetch(url)
    expect(answer.status).toBe(400)
    expect(parse(await answer.text())).toMatchObject({ Error: { Code: 'IncompleteSignature' } })
  })

  it('is JSON when the header asks for it, unless the parameter says XML', async () => {
    const { url } = await start({ now: () => signedAt })
    const headers = { accept: 'application/json' }
    const contentType = async (query: Record<string, string>, nonce: string) => {
      const { init, url: address } = signByHand(url, { query, nonce })
      const answer = await fetch(address, { ...init, headers: { ...init.headers, ...headers } })
      return answer.headers.get('content-type')
    }
    expect(await contentType(pick, 'nonce-1')).toMatch('application/json')
    expect(await contentType({ ...pick, Format: 'XML' }, 'nonce-2')).toMatch('text/xml')
  })
})

describe('scenarios', () => {
  const call = async (calledNumber: string, init: RequestInit = {}) => {
    const { url } = cloud ?? (await start({ now: () => signedAt }))
    const query = { ...pick, CalledNumber: calledNumber }
    const request = signByHand(url, { query, nonce: crypto.randomUUID() })
    return fetch(request.url, {
      ...request.init,
      ...init,
      headers: { ...request.init.headers, accept: 'application/json' },
    })
  }

  it('answers the XML sample although JSON was asked for', async () => {
    const answer = await call('19900000002')
    expect(answer.headers.get('content-type')).toMatch('text/xml')
    expect(await answer.text()).toMatch('<Number>1089898989</Number>')
  })

  it('answers an HTML page as a gateway does', async () => {
    const answer = await call('19900000502')
    expect(answer.status).toBe(502)
    expect(await answer.text()).toMatch('nginx')
  })

  it('loses the connection', async () => {
    await expect(call('19900000999')).rejects.toThrow('fetch failed')
  })

  it('leaves alone what only a proxy does', async () => {
    for (const callee of ['19900000302', '19900000401']) {
      expect(await (await call(callee)).json()).toMatchObject({ Code: 'OK' })
    }
  })

  it('is slow', async () => {
    const waits: number[] = []
    const wait = async (milliseconds: number) => void waits.push(milliseconds)
    await start({ now: () => signedAt, wait })
    expect(await (await call('19900000010')).json()).toMatchObject({ Code: 'OK' })
    expect(waits).toEqual([1500])
  })

  it('hangs until the client gives up', async () => {
    const { requests } = await start({ now: () => signedAt })
    const patience = new AbortController()
    const answer = call('19900000011', { signal: patience.signal })
    const givenUp = expect(answer).rejects.toThrow('aborted')
    await vi.waitFor(() => expect(requests).toHaveLength(1))
    patience.abort()
    await givenUp
  })

  it('does not keep a closing server waiting for a call that hangs', async () => {
    const { requests, close } = await start({ now: () => signedAt })
    const cutOff = expect(call('19900000011')).rejects.toThrow('fetch failed')
    await vi.waitFor(() => expect(requests).toHaveLength(1))
    await close()
    await cutOff
    cloud = undefined
  })

  it('fails once, then answers', async () => {
    await start({ now: () => signedAt })
    expect((await call('19900000015')).status).toBe(503)
    expect((await call('19900000015')).status).toBe(200)
  })
})
