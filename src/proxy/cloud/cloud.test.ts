import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { bounded, nobodyWaits } from '../deadline.ts'
import { listen } from '../listen.testing.ts'
import { readAnswer } from './answer.ts'
import { type CloudOptions, callCloud, cloudTimeout, takeAccessKey } from './cloud.ts'
import { createPost, postWith } from './post.ts'

const call = {
  action: 'PickOutboundNumbers',
  parameters: new Map([['CalledNumber', '13888888888']]),
}
const key = { accessKeyId: 'i', accessKeySecret: 's' }
const waiting = () => new AbortController().signal

function optionsFor(endpoint: string, options: Partial<CloudOptions> = {}): CloudOptions {
  return {
    endpoint,
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    answerLimit: 1024 * 1024,
    post: createPost(),
    ...options,
  }
}

/** What a browser would be told of a cloud that behaves so, over a real connection. */
async function ask(
  listener: RequestListener,
  { timeout = 5000, ...options }: Partial<CloudOptions> & { timeout?: number } = {},
) {
  const endpoint = await listen(listener)
  const tooLate = () => cloudTimeout(endpoint, timeout)
  return bounded(timeout, nobodyWaits, async ({ signal, next }) => {
    next(tooLate)
    return readAnswer(
      await callCloud(call, key, optionsFor(endpoint, options), signal),
      call.action,
    )
  })
}

function askFor(endpoint: string, browser: AbortSignal) {
  const whenGone = (callback: () => void) => {
    if (browser.aborted) callback()
    browser.addEventListener('abort', callback)
    return () => {}
  }
  return bounded(5000, whenGone, ({ signal }) => callCloud(call, key, optionsFor(endpoint), signal))
}

describe('callCloud', () => {
  it('sends the form that it signed, to the host that it signed', async () => {
    let seen: Record<string, unknown> = {}
    await ask((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece) => pieces.push(piece))
      request.on('end', () => {
        const { method, url, headers } = request
        seen = { method, url, headers, body: Buffer.concat(pieces).toString() }
        response.end('{"Code":"OK"}')
      })
    })
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/',
      body: 'CalledNumber=13888888888',
      headers: {
        host: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        'content-type': 'application/x-www-form-urlencoded',
        authorization: expect.stringContaining('Credential=i,'),
      },
    })
  })

  it('takes an answer apart at any byte and puts it together again', async () => {
    const body = Buffer.from('{"Code":"OK","Data":{"City":"北京"}}')
    const bytes = new ReadableStream({
      start(stream) {
        for (const byte of body) stream.enqueue(Uint8Array.of(byte))
        stream.close()
      },
    })
    const options = optionsFor('http://127.0.0.1:1', {
      post: postWith(async () => new Response(bytes)),
    })
    expect((await callCloud(call, key, options, waiting())).text).toBe(body.toString())
  })

  it.each<[string, RequestListener, object]>([
    [
      'a connection that breaks',
      (request) => request.socket.destroy(),
      { code: 'CloudUnreachable', httpStatus: 502 },
    ],
    [
      'a connection that breaks in the middle of an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"Code":', () => response.destroy())
      },
      { code: 'CloudUnreachable', httpStatus: 502 },
    ],
    [
      'a page of a gateway',
      (_, response) =>
        response
          .writeHead(502, { 'content-type': 'text/html' })
          .end('<html><title>502 Bad Gateway</title></html>'),
      { code: 'BadGateway', httpStatus: 502, message: expect.stringContaining('502 Bad Gateway') },
    ],
    [
      'JSON that breaks off',
      (_, response) => response.end('{"Code":"OK",'),
      { code: 'UnreadableAnswer', httpStatus: 502 },
    ],
    ['nothing', (_, response) => response.end(), { code: 'UnreadableAnswer', httpStatus: 502 }],
    [
      'no content',
      (_, response) => response.writeHead(204).end(),
      { code: 'UnreadableAnswer', httpStatus: 502 },
    ],
    [
      'too much',
      (_, response) => response.end(`{"Code":"OK","Data":"${'x'.repeat(2 * 1024 * 1024)}"}`),
      {
        code: 'UnreadableAnswer',
        httpStatus: 502,
        message: expect.stringContaining('1048576 bytes'),
      },
    ],
    [
      'a redirect',
      (_, response) =>
        response
          .writeHead(302, { location: 'http://127.0.0.1:1/', 'x-acs-request-id': 'r-1' })
          .end(),
      {
        code: 'UnreadableAnswer',
        httpStatus: 502,
        requestId: 'r-1',
        message: expect.stringContaining('redirect (HTTP 302)'),
      },
    ],
  ])('tells apart what went wrong: %s', async (_, listener, refusal) => {
    await expect(ask(listener)).rejects.toMatchObject(refusal)
  })

  it('understands XML over the wire', async () => {
    const answer = await ask((_, response) =>
      response
        .writeHead(404, { 'content-type': 'text/xml;charset=utf-8' })
        .end('<Error><Code>NotExists.InstanceId</Code><RequestId>r</RequestId></Error>'),
    )
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ Code: 'NotExists.InstanceId', RequestId: 'r' })
  })

  it('names the fault of a cloud that is not there', async () => {
    const nobody = 'http://127.0.0.1:1'
    await expect(callCloud(call, key, optionsFor(nobody), waiting())).rejects.toMatchObject({
      code: 'CloudUnreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1 failed \(\w+\)/),
    })
  })

  it.each<[string, RequestListener]>([
    ['begins', () => {}],
    ['ends', (_, response) => response.write('{"Code":')],
  ])('gives up on an answer that never %s', async (_, listener) => {
    await expect(ask(listener, { timeout: 50 })).rejects.toMatchObject({
      code: 'CloudTimeout',
      httpStatus: 504,
      message: expect.stringContaining('50 ms'),
    })
  })

  it('gives up on a transport that never answers and does not listen', async () => {
    const post = () => new Promise<never>(() => {})
    await expect(ask(() => {}, { timeout: 50, post })).rejects.toMatchObject({
      code: 'CloudTimeout',
    })
  })

  it('takes a change of protocol for no answer', async () => {
    const endpoint = await listen((request) => {
      request.socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      )
    })
    await expect(askFor(endpoint, waiting())).rejects.toMatchObject({ code: 'CloudUnreachable' })
  })

  it('hangs up on the cloud when the browser leaves', async () => {
    const browser = new AbortController()
    let hungUp: (value: unknown) => void
    const left = new Promise((resolve) => {
      hungUp = resolve
    })
    const endpoint = await listen((request) => {
      request.socket.once('close', hungUp)
      browser.abort()
    })
    await expect(askFor(endpoint, browser.signal)).rejects.toMatchObject({
      code: 'ConnectionLost',
    })
    await left
  })

  it('asks nobody when the browser has already left', async () => {
    let asked = false
    const endpoint = await listen(() => {
      asked = true
    })
    await expect(askFor(endpoint, AbortSignal.abort())).rejects.toMatchObject({
      code: 'ConnectionLost',
    })
    expect(asked).toBe(false)
  })
})

describe('takeAccessKey', () => {
  it('gives up on a key that never comes', async () => {
    const signal = AbortSignal.timeout(50)
    const never = () => new Promise<never>(() => {})
    await expect(takeAccessKey(never, signal)).rejects.toMatchObject({
      code: 'CredentialsUnavailable',
      message: expect.stringContaining('did not come in time'),
    })
  })
})
