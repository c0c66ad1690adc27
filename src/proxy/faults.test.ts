import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnswerEvent, ProxyEvent } from './event.ts'
import { listen, say } from './listen.testing.ts'
import { type ServerOptions, startProxy } from './program/index.ts'

const OK = '{"Code":"OK","Message":"","RequestId":"r-ok","HttpStatusCode":200,"Data":[]}'

/** A proxy at a real port before a cloud at another, which counts what reaches it. */
async function proxyBefore(cloud: RequestListener, options: Partial<ServerOptions> = {}) {
  let asked = 0
  const endpoint = await listen((request, response) => {
    asked += 1
    cloud(request, response)
  })
  const events: ProxyEvent[] = []
  const proxy = await startProxy({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: (request) => ({
      userId: request.headers.get('x-agent') ?? 'agent@ccc-test',
      skillGroupIds: ['presales@ccc-test'],
    }),
    actions: 'workbench',
    endpoint,
    timeout: 1000,
    observe: (event) => events.push(event),
    ...options,
  })
  onTestFinished(() => proxy.close())

  function call(action = 'PickOutboundNumbers', { agent = 'agent@ccc-test', ...init }: Call = {}) {
    const request = { calledNumber: '13888888888', skillGroupIdList: '["presales@ccc-test"]' }
    return fetch(`${proxy.url}/aliyun/ccc/api?action=${action}`, {
      method: 'POST',
      headers: { 'x-agent': agent },
      body: new URLSearchParams({ request: JSON.stringify(request) }),
      ...init,
    })
  }
  const answered = () => events.filter((event): event is AnswerEvent => event.type === 'answer')
  return { call, asked: () => asked, events, answered, url: proxy.url }
}

interface Call extends RequestInit {
  agent?: string
}

/** Plays the given answers one after the other, the last one again and again. */
function inTurn(...cloud: RequestListener[]): RequestListener {
  let turn = 0
  return (request, response) => {
    const play = cloud[Math.min(turn, cloud.length - 1)]
    turn += 1
    play?.(request, response)
  }
}

const answers =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'x-acs-request-id': 'r-header', ...headers }).end(body)

const ok = answers(200, OK)
const reset: RequestListener = (request) => request.socket.resetAndDestroy()
const hang: RequestListener = () => {}
const switched: RequestListener = (request) =>
  request.socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
  )
const unavailable = answers(503, '{"Code":"ServiceUnavailable","RequestId":"r-503"}')

function neverEnding(_: IncomingMessage, response: ServerResponse): void {
  const piece = 'x'.repeat(64 * 1024)
  const write = (left: number) => {
    if (left > 0 && !response.destroyed) response.write(piece, () => write(left - 1))
    else response.end('"}')
  }
  response.writeHead(200, { 'x-acs-request-id': 'r-header' })
  response.write('{"Code":"OK","Data":"', () => write(480))
}

/** What becomes of a fault that stays, for an action that only asks and for one that acts. */
const faults: readonly {
  fault: string
  cloud: RequestListener
  status: number
  code: string
  requestId?: string
  /** How often a read is sent; what acts is always sent once. */
  reads: number
}[] = [
  {
    fault: 'an error in XML',
    cloud: answers(
      404,
      '<?xml version="1.0"?><Error><RequestId>r-xml</RequestId><Code>NotExists.InstanceId</Code></Error>',
      { 'content-type': 'text/xml' },
    ),
    status: 404,
    code: 'NotExists.InstanceId',
    requestId: 'r-xml',
    reads: 1,
  },
  {
    fault: 'a success in XML',
    cloud: answers(200, '<R><Code>OK</Code><RequestId>r-xml</RequestId><Data></Data></R>'),
    status: 200,
    code: 'OK',
    requestId: 'r-xml',
    reads: 1,
  },
  {
    fault: 'a gateway’s page',
    cloud: answers(502, '<html><title>502 Bad Gateway</title></html>', {
      'content-type': 'text/html',
    }),
    status: 502,
    code: 'BadGateway',
    requestId: 'r-header',
    reads: 3,
  },
  {
    fault: 'a login page under status 200',
    cloud: answers(200, '<!doctype html><title>Login</title>'),
    status: 502,
    code: 'BadGateway',
    requestId: 'r-header',
    reads: 1,
  },
  {
    fault: 'JSON that breaks off',
    cloud: answers(200, '{"Code":"OK","Data":[{"Cal'),
    status: 502,
    code: 'UnreadableAnswer',
    requestId: 'r-header',
    reads: 1,
  },
  {
    fault: 'an empty body',
    cloud: answers(200, ''),
    status: 502,
    code: 'UnreadableAnswer',
    requestId: 'r-header',
    reads: 1,
  },
  {
    fault: 'an empty body under status 500',
    cloud: answers(500, ''),
    status: 502,
    code: 'UnreadableAnswer',
    requestId: 'r-header',
    reads: 3,
  },
  {
    fault: 'a body of 30 MB',
    cloud: neverEnding,
    status: 502,
    code: 'UnreadableAnswer',
    requestId: 'r-header',
    reads: 1,
  },
  {
    fault: 'a redirect',
    cloud: answers(302, '', { location: 'https://evil.example.com/' }),
    status: 502,
    code: 'UnreadableAnswer',
    requestId: 'r-header',
    reads: 1,
  },
  { fault: 'a reset', cloud: reset, status: 502, code: 'CloudUnreachable', reads: 3 },
  {
    fault: 'a reset in the middle of an answer',
    cloud: (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"Code":', () => response.destroy())
    },
    status: 502,
    code: 'CloudUnreachable',
    reads: 3,
  },
  {
    fault: 'a change of protocol',
    cloud: switched,
    status: 502,
    code: 'CloudUnreachable',
    reads: 3,
  },
  { fault: 'a hang', cloud: hang, status: 504, code: 'CloudTimeout', reads: 1 },
  {
    fault: 'a hang in the middle of an answer',
    cloud: (_, response) => response.writeHead(200).write('{"Code":'),
    status: 504,
    code: 'CloudTimeout',
    reads: 1,
  },
  {
    fault: 'a failure of the cloud',
    cloud: answers(500, '{"Code":"InternalError","RequestId":"r-500"}'),
    status: 500,
    code: 'InternalError',
    requestId: 'r-500',
    reads: 3,
  },
  {
    fault: 'a failure under status 200',
    cloud: answers(200, '{"Code":"InternalError","RequestId":"r-200","HttpStatusCode":500}'),
    status: 500,
    code: 'InternalError',
    requestId: 'r-200',
    reads: 3,
  },
  {
    fault: 'a cloud that is not available',
    cloud: unavailable,
    status: 503,
    code: 'ServiceUnavailable',
    requestId: 'r-503',
    reads: 3,
  },
  {
    fault: 'throttling',
    cloud: answers(400, '{"Code":"Throttling.User","RequestId":"r-400"}'),
    status: 400,
    code: 'Throttling.User',
    requestId: 'r-400',
    reads: 3,
  },
  {
    fault: 'a refusal for good',
    cloud: answers(403, '{"Code":"Forbidden.RAM","RequestId":"r-403"}'),
    status: 403,
    code: 'Forbidden.RAM',
    requestId: 'r-403',
    reads: 1,
  },
]

describe('a fault that stays', () => {
  it.each(faults)(
    '$fault is answered with $status $code (reads sent: $reads)',
    async ({ cloud, status, code, requestId = '', reads }) => {
      const { call, asked, answered } = await proxyBefore(cloud)
      const answer = await call()
      expect(answer.status).toBe(status)
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(await answer.json()).toMatchObject({
        Code: code,
        ...(requestId && { RequestId: requestId }),
      })
      expect(asked()).toBe(reads)
      expect(answered()[0]).toMatchObject({
        action: 'PickOutboundNumbers',
        agent: 'agent@ccc-test',
        code,
        status,
        upstreamRequestId: requestId,
      })
    },
  )

  it('ends with the deadline, however often it would be tried', async () => {
    const slow: RequestListener = (_, response) => {
      setTimeout(() => response.writeHead(503).end('{"Code":"ServiceUnavailable"}'), 150)
    }
    const { call } = await proxyBefore(slow, { timeout: 400, tries: 100 })
    const start = performance.now()
    expect((await call()).status).toBeGreaterThanOrEqual(503)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a call that acts is sent once, whatever fault it meets', () => {
  it.each(faults)('$fault', async ({ cloud, status, code }) => {
    const { call, asked } = await proxyBefore(cloud, { timeout: 500 })
    const answer = await call('MakeCall')
    expect([answer.status, (await answer.json()).Code]).toEqual([status, code])
    expect(asked()).toBe(1)
  })
})

describe('a fault that passes', () => {
  it.each([
    ['a reset', reset],
    ['a failure', unavailable],
    ['a gateway’s page', answers(504, '<html>late</html>')],
    ['throttling', answers(400, '{"Code":"Throttling.Api"}')],
    ['a nonce that was seen', answers(400, '{"Code":"SignatureNonceUsed"}')],
  ])('is not seen by the agent: %s', async (_, fault) => {
    const { call, asked, answered } = await proxyBefore(inTurn(fault, fault, ok))
    const answer = await call()
    expect([answer.status, await answer.text()]).toEqual([200, OK])
    expect(asked()).toBe(3)
    expect(answered()[0]).toMatchObject({ code: 'OK', attempts: 3 })
  })

  it('is signed anew each time, because a nonce is good for once', async () => {
    const nonces = new Set<unknown>()
    const remember: RequestListener = (request, response) => {
      nonces.add(request.headers['x-acs-signature-nonce'])
      unavailable(request, response)
    }
    const { call } = await proxyBefore(remember)
    await call()
    expect(nonces.size).toBe(3)
  })
})

describe('identical picks in flight', () => {
  /** A cloud that answers when it is told, and tells when it was asked. */
  function held() {
    const waiting: ServerResponse[] = []
    let told = () => {}
    const cloud: RequestListener = (request, response) => {
      waiting.push(response)
      request.socket.once('close', () => told())
      told()
    }
    const until = async (done: () => boolean) => {
      while (!done()) await new Promise<void>((resolve) => (told = resolve))
    }
    return { cloud, waiting, until, release: () => waiting.splice(0).map((one) => one.end(OK)) }
  }

  it('of one agent are sent once, and answered each', async () => {
    const { cloud, until, waiting, release } = held()
    const proxy = await proxyBefore(cloud)
    const picks = [proxy.call(), proxy.call(), proxy.call()]
    await until(() => waiting.length > 0)
    // The last to arrive has been counted by the limit before it joins the others.
    while (proxy.events.filter(({ type }) => type === 'limit').length < 6)
      await proxy.call('GetNumberLocationX')
    release()
    expect(await Promise.all(picks.map(async (pick) => (await pick).text()))).toEqual([OK, OK, OK])
    expect(proxy.asked()).toBe(1)
  })

  it('of two agents are sent each', async () => {
    const { cloud, until, waiting, release } = held()
    const proxy = await proxyBefore(cloud)
    const picks = [proxy.call(), proxy.call('PickOutboundNumbers', { agent: 'other@ccc-test' })]
    await until(() => waiting.length === 2)
    release()
    await Promise.all(picks)
    expect(proxy.asked()).toBe(2)
  })

  it('go on when one browser leaves, and end when the last one does', async () => {
    const { cloud, until, waiting } = held()
    const proxy = await proxyBefore(cloud)
    const [first, second] = [new AbortController(), new AbortController()]
    const left = Promise.allSettled(
      [first, second].map(({ signal }) => proxy.call('PickOutboundNumbers', { signal })),
    )
    await until(() => waiting.length > 0)
    while (proxy.events.filter(({ type }) => type === 'limit').length < 4)
      await proxy.call('GetNumberLocationX')
    first.abort()
    while (!proxy.answered().some(({ code }) => code === 'ConnectionLost'))
      await proxy.call('GetNumberLocationX')
    expect(waiting[0]?.destroyed).toBe(false)
    second.abort()
    await until(() => waiting[0]?.destroyed === true)
    await left
    expect(proxy.asked()).toBe(1)
  })
})

describe('a cloud that is up', () => {
  /** A body of which the end comes only after so many milliseconds. */
  function late(milliseconds: number) {
    const form = new URLSearchParams({ request: '{"calledNumber":"13888888888"}' }).toString()
    return new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode(form.slice(0, 10)))
        setTimeout(() => {
          body.enqueue(new TextEncoder().encode(form.slice(10)))
          body.close()
        }, milliseconds)
      },
    })
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const slowly: RequestListener = (request, response) =>
    setTimeout(() => ok(request, response), 300)

  it('has all of its time, though the request came just before the deadline', async () => {
    const { call, answered } = await proxyBefore(slowly, { timeout: 500 })
    const init = { body: late(400), duplex: 'half', headers } as const
    const answer = await call('GetNumberLocation', init)
    expect([answer.status, await answer.text()]).toEqual([200, OK])
    expect(answered()[0]).toMatchObject({ code: 'OK' })
  })

  it('is not paused for the others by one agent whose calls take too long', async () => {
    const { call, asked, events } = await proxyBefore(
      (request, response) =>
        (request.headers['x-acs-action'] === 'GetNumberLocation' ? hang : ok)(request, response),
      { timeout: 300, breaker: { failures: 4, rest: 60_000 } },
    )
    for (let i = 0; i < 8; i++) await call('GetNumberLocation', { agent: 'mallory@ccc-test' })
    expect((await call()).status).toBe(200)
    expect(asked()).toBe(9)
    expect(events.filter(({ type }) => type === 'breaker')).toEqual([])
  })

  it('is not blamed where it had less than its share of the time', async () => {
    let keyless = true
    const credentials = async () => {
      if (keyless) await new Promise((resolve) => setTimeout(resolve, 150))
      return { accessKeyId: 'i', accessKeySecret: 's' }
    }
    const { call, events } = await proxyBefore(hang, {
      timeout: 200,
      credentials,
      breaker: { failures: 2 },
    })
    const agents = ['a@ccc-test', 'b@ccc-test', 'c@ccc-test']
    const codes = async () =>
      Promise.all(
        agents.map(async (agent) => (await (await call('MakeCall', { agent })).json()).Code),
      )
    expect(await codes()).toEqual(agents.map(() => 'CloudTimeout'))
    expect(events.filter(({ type }) => type === 'breaker')).toEqual([])
    keyless = false
    await codes()
    expect(events.filter(({ type }) => type === 'breaker')).toEqual([
      { type: 'breaker', state: 'open' },
    ])
  })
})

describe('a connection that the cloud closes just as it is used again', () => {
  it('loses no call that acts, because those have connections of their own', async () => {
    const used = new WeakSet<object>()
    const { call, asked } = await proxyBefore((request, response) => {
      if (used.has(request.socket)) return reset(request, response)
      used.add(request.socket)
      ok(request, response)
    })
    expect((await call()).status).toBe(200)
    for (let i = 0; i < 5; i++) expect((await call('MakeCall')).status).toBe(200)
    expect(asked()).toBe(6)
  })
})

describe('what a company’s own limits', () => {
  it.each([
    ['never answer', () => new Promise<never>(() => {})],
    ['fail', () => Promise.reject(new Error('13888888888'))],
  ])('%s is answered within the deadline', async (_, limits) => {
    const { call, asked } = await proxyBefore(ok, { timeout: 100, limits })
    const answer = await call()
    expect([answer.status, (await answer.json()).Code]).toEqual([503, 'LimitsUnavailable'])
    expect(asked()).toBe(0)
  })
})

describe('a cloud that is down', () => {
  it('is left alone after some failures, and found again with one probe', async () => {
    let up = false
    const { call, asked, events } = await proxyBefore(
      (request, response) => (up ? ok : unavailable)(request, response),
      { tries: 1, breaker: { failures: 2, rest: 300 } },
    )
    for (const agent of ['a@ccc-test', 'b@ccc-test', 'c@ccc-test']) {
      expect((await call('PickOutboundNumbers', { agent })).status).toBe(503)
    }
    const resting = await call()
    expect(await resting.json()).toMatchObject({ Code: 'ServiceUnavailable.Resting' })
    expect(Number(resting.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(asked()).toBe(2)

    up = true
    while ((await call()).status !== 200);
    expect(asked()).toBe(3)
    expect(events.filter(({ type }) => type === 'breaker')).toEqual([
      { type: 'breaker', state: 'open' },
      { type: 'breaker', state: 'half-open' },
      { type: 'breaker', state: 'closed' },
    ])
  })

  it('is not blamed for what it refuses', async () => {
    const { call, asked } = await proxyBefore(answers(400, '{"Code":"Throttling.User"}'), {
      tries: 1,
      breaker: { failures: 2 },
    })
    for (let i = 0; i < 5; i++) await call()
    expect(asked()).toBe(5)
  })
})

describe('a client that is no browser', () => {
  it.each([
    [
      'headers that are too long',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['something else than HTTP', 'hello\r\n\r\n', 400],
    ['no host', 'GET /aliyun/ccc/api HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a request for everything', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['TRACE', 'TRACE /aliyun/ccc/api HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    [
      'an expectation',
      'GET /aliyun/ccc/api HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n',
      400,
    ],
  ])('and sends %s is told so in the envelope', async (_, bytes, status) => {
    const { url } = await proxyBefore(ok)
    const heard = await say(url, bytes)
    const [head = '', body = ''] = heard.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head.toLowerCase()).toContain('content-type: application/json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({ HttpStatusCode: status })
  })

  it.each([
    ['its headers', 'POST /aliyun/ccc/api HTTP/1.1\r\nHost: a\r\n'],
    [
      'its body',
      'POST /aliyun/ccc/api?action=MakeCall HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\nrequest=',
    ],
    ['nothing at all', ''],
  ])('and never finishes %s is cut off', async (_, bytes) => {
    const { url } = await proxyBefore(ok, { requestTimeout: 100 })
    const heard = await say(url, bytes)
    expect(heard).toMatch(/^$|^HTTP\/1\.1 (408|499) /)
  })

  it('and sends drop by drop is cut off, though it never stands still', async () => {
    const { url } = await proxyBefore(ok, { requestTimeout: 200 })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => {}).resume()
    socket.write(
      'POST /aliyun/ccc/api?action=MakeCall HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    )
    const drops = setInterval(() => socket.write('x'), 20)
    await once(socket, 'close')
    clearInterval(drops)
  })

  it('and keeps an idle connection is cut off', async () => {
    const { url } = await proxyBefore(ok, { idleTimeout: 100, timeout: 60_000 })
    const start = performance.now()
    expect(await say(url, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    // Node's own patience is five seconds.
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
