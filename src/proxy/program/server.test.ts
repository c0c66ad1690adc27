import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLimits } from '../agent/index.ts'
import { listen } from '../listen.testing.ts'
import { type ServerOptions, startProxy } from './server.ts'

const API = '/aliyun/ccc/api?action=PickOutboundNumbers'

async function start(options: Partial<ServerOptions> = {}) {
  const proxy = await startProxy({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: 'none',
    ...options,
  })
  onTestFinished(() => proxy.close())
  return proxy
}

const pick = () =>
  ({
    method: 'POST',
    body: new URLSearchParams({ request: '{"calledNumber":"13888888888"}' }),
  }) satisfies RequestInit

const form = `request=${encodeURIComponent('{"count":3}')}`

describe('startProxy', () => {
  it('hands calls on to the cloud and answers back, over real connections', async () => {
    const endpoint = await listen((_, response) => response.end('{"Code":"OK","RequestId":"r"}'))
    const { url } = await start({ endpoint })
    const answer = await fetch(url + API, pick())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toEqual({ Code: 'OK', RequestId: 'r' })
  })

  it('answers a preflight without content, and without a length', async () => {
    const { url } = await start({ allowedOrigins: ['https://desk.example.com'] })
    const headers = {
      origin: 'https://desk.example.com',
      'access-control-request-method': 'POST',
    }
    const answer = await fetch(url + API, { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.has('content-length')).toBe(false)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-request-id')).toBeTruthy()
  })

  it('counts an action against its limit, however its parameter is written', async () => {
    const endpoint = await listen((_, response) => response.end('{"Code":"OK"}'))
    const limits = createLimits('ccc-test', { perAction: { PickOutboundNumbers: 1 } })
    const authenticate = () => ({ userId: 'agent@ccc-test', skillGroupIds: [] })
    const { url } = await start({ endpoint, limits, authenticate })
    expect((await fetch(url + API, pick())).status).toBe(200)
    expect((await fetch(url + API.replace('action', 'Action'), pick())).status).toBe(429)
  })

  it('listens on this machine alone unless told otherwise', async () => {
    expect((await start()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('says what to do about a port in use', async () => {
    const { url } = await start()
    const port = Number(new URL(url).port)
    await expect(start({ port })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(`Port ${port} of 127.0.0.1 is in use.*set PORT to another`),
    })
  })

  it('says what to do about a host that is not its own', async () => {
    await expect(start({ host: '203.0.113.1' })).rejects.toThrow(/EADDRNOTAVAIL.*check HOST/)
  })

  it.each([
    ['with a length', { 'content-length': String(form.length) }],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])('hangs up on the cloud when the browser leaves, having sent %s', async (_, framing) => {
    let hungUp: (value: unknown) => void
    const left = new Promise((resolve) => {
      hungUp = resolve
    })
    const endpoint = await listen((request) => {
      request.socket.once('close', hungUp)
      browser.destroy()
    })
    const { url } = await start({ endpoint })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...framing }
    const browser = httpRequest(url + API, { method: 'POST', headers })
    browser.on('error', () => {})
    browser.end(form)
    await left
  })

  it('refuses a body over the limit that comes in pieces', async () => {
    const { url } = await start({ bodyLimit: 1000 })
    const body = new Blob(['request=', 'x'.repeat(5000)]).stream()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    expect((await fetch(url + API, init)).status).toBe(413)
  })

  it('answers what is under way before it closes, and may be closed again', async () => {
    let answerNow = () => {}
    let arrived: (value: unknown) => void
    const arrival = new Promise((resolve) => {
      arrived = resolve
    })
    const endpoint = await listen((_, response) => {
      answerNow = () => response.end('{"Code":"OK"}')
      arrived(null)
    })
    const proxy = await start({ endpoint })
    const answer = fetch(proxy.url + API, { ...pick(), headers: { connection: 'close' } })
    await arrival
    const closing = proxy.close()
    answerNow()
    expect((await answer).status).toBe(200)
    await closing
    await proxy.close()
    await expect(fetch(proxy.url)).rejects.toThrow()
  })

  it.each([
    ['of a stated length', { 'content-length': '100' }],
    ['in chunks', {}],
  ])('answers a request %s that never ends, and can close', async (_, length) => {
    const proxy = await start({ timeout: 50 })
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...length }
    const browser = httpRequest(proxy.url + API, { method: 'POST', headers })
    browser.on('error', () => {})
    browser.write('request=')
    const [answer] = await once(browser, 'response')
    expect(answer.statusCode).toBe(408)
    expect(await json(answer)).toMatchObject({ Code: 'Timeout' })
    await proxy.close()
  })
})
