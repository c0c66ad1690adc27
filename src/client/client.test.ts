import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type CccAction, CccError, pickOutboundNumbers } from '../ccc/index.ts'
import { createProxyClient, type ProxyClientOptions, type ProxyRequest } from './client.ts'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** The address of a proxy that answers as told. */
async function proxy(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/aliyun/ccc/api`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks = await request.toArray()
  return Buffer.concat(chunks).toString()
}

const ok = JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data: [] })
const asked = { callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 5 }
const pick = (options: ProxyClientOptions, signal?: AbortSignal) =>
  createProxyClient(options).call(pickOutboundNumbers, asked, signal ? { signal } : {})

describe('the request', () => {
  it('is the Workbench protocol, with the numbers in the body and not in the URL', async () => {
    const seen: { request: IncomingMessage; body: string }[] = []
    const endpoint = await proxy(async (request, response) => {
      seen.push({ request, body: await bodyOf(request) })
      response.end(ok)
    })
    expect(await pick({ endpoint, headers: { 'x-token': 't' } })).toMatchObject({
      requestId: 'R-1',
    })

    const { request, body } = seen[0] ?? {}
    expect(request?.method).toBe('POST')
    expect(request?.url).toBe(
      '/aliyun/ccc/api?action=PickOutboundNumbers&product=CloudCallCenter&version=2020-07-01&region=cn-shanghai',
    )
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(request?.headers['x-token']).toBe('t')
    expect(JSON.parse(new URLSearchParams(body).get('request') ?? '')).toEqual({
      calledNumber: '13888888888',
      skillGroupIdList: '["presales@ccc-test"]',
      count: 5,
    })
  })

  it('asks for fresh headers each time, and waits for them', async () => {
    let turn = 0
    const tokens: unknown[] = []
    const endpoint = await proxy((request, response) => {
      tokens.push(request.headers.authorization)
      response.end(ok)
    })
    const headers = async () => ({ authorization: `Bearer ${++turn}` })
    const client = createProxyClient({ endpoint, headers })
    await client.call(pickOutboundNumbers, asked)
    await client.call(pickOutboundNumbers, asked)
    expect(tokens).toEqual(['Bearer 1', 'Bearer 2'])
  })

  it('goes through a transport of the host, which may be axios', async () => {
    const requests: ProxyRequest[] = []
    const request = async (message: ProxyRequest) => {
      requests.push(message)
      return { status: 200, data: JSON.parse(ok) }
    }
    const options = {
      endpoint: '/ccc?tenant=7',
      actionParam: 'api',
      regionId: 'cn-beijing',
      request,
    }
    await pick({ ...options, credentials: 'include' })
    expect(requests[0]).toMatchObject({ method: 'POST', withCredentials: true })
    expect(requests[0]?.url).toBe(
      '/ccc?tenant=7&api=PickOutboundNumbers&product=CloudCallCenter&version=2020-07-01&region=cn-beijing',
    )
  })

  it('tells a transport what is asked, and takes a bare body for an answer', async () => {
    const request = vi.fn(async (_message: ProxyRequest): Promise<unknown> => JSON.parse(ok))
    expect(await pick({ endpoint: '/ccc', request })).toMatchObject({ dropped: 0 })
    expect(request.mock.calls[0]?.[0]).toMatchObject({
      action: 'PickOutboundNumbers',
      parameters: { calledNumber: asked.callee },
    })
  })

  it.each([
    [{ endpoint: '' }, /endpoint is empty/],
    [{ endpoint: '/x', timeout: 0 }, /timeout is 0/],
    [{ endpoint: '/x', timeout: Number.NaN }, /timeout is NaN/],
  ])('is not made from %j', (options, message) => {
    expect(() => createProxyClient(options)).toThrow(message)
  })

  it('is not made from what only a script without types would pass', () => {
    const create = (given: unknown[]) => Reflect.apply(createProxyClient, undefined, given)
    for (const given of [[], [undefined], [null], [{}], [{ endpoint: 7 }]]) {
      expect(() => create(given)).toThrow(TypeError)
      expect(() => create(given)).toThrow(/^createProxyClient: endpoint is (undefined|7)\. Pass/)
    }
  })
})

describe('what goes wrong', () => {
  it('keeps the code and request id of a refusal, from fetch and from axios alike', async () => {
    const refusal = { Code: 'NotExists.InstanceId', Message: 'No.', RequestId: 'R-2' }
    const expected = { code: 'NotExists.InstanceId', requestId: 'R-2', httpStatus: 404 }

    const endpoint = await proxy((_request, response) => {
      response.writeHead(404).end(JSON.stringify(refusal))
    })
    await expect(pick({ endpoint })).rejects.toMatchObject(expected)

    const response = { status: 404, data: refusal }
    for (const rejection of [
      Object.assign(new Error('axios'), { response }),
      { response },
      // What many interceptors make of it.
      response,
    ]) {
      const request = () => Promise.reject(rejection)
      await expect(pick({ endpoint, request })).rejects.toMatchObject(expected)
    }
  })

  it('tells a proxy that is not there', async () => {
    const endpoint = await proxy(() => {})
    server?.close()
    await expect(pick({ endpoint })).rejects.toMatchObject({ code: 'ConnectionLost' })
  })

  it('tells a connection that broke within the answer', async () => {
    const endpoint = await proxy((_request, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('{"Code"')
      setImmediate(() => response.destroy())
    })
    await expect(pick({ endpoint })).rejects.toMatchObject({ code: 'ConnectionLost' })
  })

  it('tells that the connection is lost when a transport rejects, and with what', async () => {
    const cause = new TypeError('Failed to fetch')
    const request = () => Promise.reject(cause)
    await expect(pick({ endpoint: '/x', request })).rejects.toMatchObject({
      name: 'CccError',
      code: 'ConnectionLost',
      cause,
    })
  })

  it('believes a transport that knows better what went wrong', async () => {
    const known = new CccError({ code: 'SessionExpired', message: 'Sign in again.' })
    await expect(pick({ endpoint: '/x', request: () => Promise.reject(known) })).rejects.toBe(known)

    const cause = new DOMException('Three seconds are over.', 'TimeoutError')
    await expect(
      pick({ endpoint: '/x', request: () => Promise.reject(cause) }),
    ).rejects.toMatchObject({ code: 'Timeout', cause })
  })

  it.each(['parameters', 'serialize', 'read'] as const)(
    'tells no lost connection when an action breaks at %s, but its error',
    async (step) => {
      const bug = new TypeError('undefined is not a function')
      const breakAt = (here: typeof step) => {
        if (step === here) throw bug
        return ''
      }
      const action: CccAction<null, string> = {
        name: 'Broken',
        parameters: () => ({
          first: breakAt('parameters'),
          get second() {
            return breakAt('serialize')
          },
        }),
        read: () => breakAt('read'),
      }
      const client = createProxyClient({ endpoint: '/x', request: async () => JSON.parse(ok) })
      await expect(client.call(action, null)).rejects.toBe(bug)
    },
  )

  it('tells a redirect to a login page, without going there', async () => {
    const visited: unknown[] = []
    const endpoint = await proxy((request, response) => {
      visited.push(request.url?.split('?')[0])
      response.writeHead(302, { location: '/login' }).end()
    })
    await expect(pick({ endpoint })).rejects.toMatchObject({ code: 'SessionExpired' })
    expect(visited).toEqual(['/aliyun/ccc/api'])
  })

  it('tells headers that could not be had', async () => {
    const headers = () => Promise.reject(new Error('no token'))
    await expect(pick({ endpoint: '/x', headers })).rejects.toMatchObject({
      code: 'SessionExpired',
    })
  })

  it('gives up at the deadline, even when a transport ignores the signal', async () => {
    const endpoint = await proxy(() => {})
    await expect(pick({ endpoint, timeout: 20 })).rejects.toMatchObject({ code: 'Timeout' })
    const request = () => new Promise<never>(() => {})
    await expect(pick({ endpoint, timeout: 20, request })).rejects.toMatchObject({
      code: 'Timeout',
    })
  })

  it('closes the connection and throws the reason when its caller aborts', async () => {
    const abort = new AbortController()
    const connections: Promise<unknown>[] = []
    const endpoint = await proxy((request) => {
      connections.push(once(request.socket, 'close'))
      abort.abort(new Error('changed my mind'))
    })
    await expect(pick({ endpoint }, abort.signal)).rejects.toThrow('changed my mind')
    await connections[0]
    expect(connections).toHaveLength(1)
  })

  it('sends nothing when it is aborted while it waits for headers', async () => {
    const abort = new AbortController()
    const request = vi.fn(async () => JSON.parse(ok))
    const headers = async () => {
      abort.abort('enough')
      return {}
    }
    await expect(pick({ endpoint: '/x', headers, request }, abort.signal)).rejects.toBe('enough')
    await new Promise(setImmediate)
    expect(request).not.toHaveBeenCalled()
  })

  it('throws the reason and not the loss when a transport ends with its signal', async () => {
    const abort = new AbortController()
    const request = ({ signal }: ProxyRequest) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('canceled')))
        abort.abort('enough')
      })
    await expect(pick({ endpoint: '/x', request }, abort.signal)).rejects.toBe('enough')
  })

  it('throws the reason even if that is a timeout of its caller', async () => {
    const request = () => new Promise<never>(() => {})
    await expect(pick({ endpoint: '/x', request }, AbortSignal.timeout(20))).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })

  it('sends nothing when it was aborted before', async () => {
    const request = () => Promise.reject(new Error('sent'))
    await expect(pick({ endpoint: '/x', request }, AbortSignal.abort('before'))).rejects.toBe(
      'before',
    )
  })
})
