import { describe, expect, it, onTestFinished } from 'vitest'
import { listen, say } from '../listen.testing.ts'
import { createMetrics } from './metrics.ts'
import { type ServerOptions, startProxy } from './server.ts'

async function start(options: Partial<ServerOptions> = {}) {
  const proxy = await startProxy({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: 'none',
    metrics: createMetrics().registry,
    ...options,
  })
  onTestFinished(() => proxy.close())
  return proxy
}

const pick = (url: string) =>
  fetch(`${url}/aliyun/ccc/api?action=PickOutboundNumbers`, {
    method: 'POST',
    body: new URLSearchParams({ request: '{"calledNumber":"13888888888"}' }),
  })

describe('a probe', () => {
  it.each([
    ['needs no host', 'GET /readyz HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['may come as HTTP/1.0', 'GET /readyz HTTP/1.0\r\n\r\n'],
    ['may name any host', 'GET /readyz HTTP/1.1\r\nHost: x y\r\nConnection: close\r\n\r\n'],
    ['may ask for the head alone', 'HEAD /healthz HTTP/1.0\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    expect(await say((await start()).url, bytes)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it.each([
    '/aliyun/ccc/api/../../../metrics',
    '/aliyun/ccc/api/%2e%2e/%2e%2e/%2e%2e/metrics',
    '/./metrics',
    '//metrics',
    '/metrics?',
    '/metrics/',
    'http://localhost/metrics',
  ])('is compared letter by letter, so that a balancer can keep it out: %s', async (target) => {
    const bytes = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`
    const heard = await say((await start()).url, bytes)
    expect(heard).toMatch(/^HTTP\/1\.1 404 /)
    expect(heard).not.toContain('process_resident_memory')
  })
})

describe('a port for operations', () => {
  it('answers probes, and the port for calls does not', async () => {
    const { url, adminUrl } = await start({ adminPort: 0 })
    expect(adminUrl).not.toBe(url)
    for (const path of ['/metrics', '/healthz', '/readyz']) {
      expect((await fetch(url + path)).status).toBe(404)
      expect((await fetch(adminUrl + path)).status).toBe(200)
    }
  })

  it('answers no calls', async () => {
    const { adminUrl } = await start({ adminPort: 0 })
    const answer = await pick(adminUrl)
    expect([answer.status, (await answer.json()).Code]).toEqual([404, 'EndpointNotFound'])
  })

  it('says until the end that the replica drains', async () => {
    const { adminUrl, close } = await start({ adminPort: 0 })
    const closed = close({ drain: 200 })
    expect((await fetch(`${adminUrl}/readyz`)).status).toBe(503)
    await closed
    await expect(fetch(`${adminUrl}/readyz`)).rejects.toThrow()
  })

  it('says which variable to change if it is in use', async () => {
    const { adminUrl } = await start({ adminPort: 0 })
    const adminPort = Number(new URL(adminUrl).port)
    await expect(start({ adminPort })).rejects.toThrow(/set PROXY_ADMIN_PORT to another/)
  })
})

describe('a replica without a way out', () => {
  /** An endpoint that is closed first, and opens at the same port. */
  async function closedEndpoint() {
    const { createServer } = await import('node:http')
    const origin = await listen((_, response) => response.end())
    const port = Number(new URL(origin).port)
    return {
      origin: `http://127.0.0.2:${port}`,
      open: () => {
        const server = createServer((_, response) => response.end('{"Code":"OK"}'))
        onTestFinished(() => void server.close())
        return new Promise<void>((resolve) => server.listen(port, '127.0.0.2', resolve))
      },
    }
  }

  it('is not ready once it has reached nothing for a while, and ready when it does', async () => {
    const { origin, open } = await closedEndpoint()
    const { url } = await start({ endpoint: origin, unreadyAfter: 50, tries: 1 })
    const readiness = async () => {
      const answer = await fetch(`${url}/readyz`)
      return [answer.status, (await answer.json()).Code]
    }
    expect(await readiness()).toEqual([200, 'OK'])
    expect((await (await pick(url)).json()).Code).toBe('CloudUnreachable')
    await expect.poll(readiness).toEqual([503, 'ServiceUnavailable.Unreached'])
    await open()
    await expect.poll(readiness, { timeout: 5000 }).toEqual([200, 'OK'])
  })

  it('stays ready where that is switched off', async () => {
    const { origin } = await closedEndpoint()
    const { url } = await start({ endpoint: origin, unreadyAfter: 0, tries: 1 })
    await pick(url)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })
})
