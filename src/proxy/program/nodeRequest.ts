import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Incoming, textOf } from '../incoming.ts'
import type { Outgoing } from '../outgoing.ts'
import { browserGone } from '../refusal.ts'

const HOST = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/

/** Reads a request of Node's own server; null if it is not one of HTTP that has a host. */
export function incomingOfNode(
  request: IncomingMessage,
  response: ServerResponse,
): Incoming | null {
  const url = urlOf(request)
  if (!url) return null
  const { method = 'GET', headers } = request
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method,
    url,
    header,
    text: (limit) => readBody(request, limit),
    whenGone(callback) {
      const closed = () => {
        if (!response.writableFinished) callback()
      }
      if (response.destroyed) closed()
      response.once('close', closed)
      return () => void response.off('close', closed)
    },
    request: () =>
      new Request(url, {
        // What a Request does not know, such as TRACE, is never let through.
        method: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'POST',
        headers: Object.keys(headers).map((name): [string, string] => [name, header(name) ?? '']),
      }),
  }
}

/** The URL is put together as text, because `//evil` as a reference would be a host. */
function urlOf({ url: target = '', headers: { host = '' } }: IncomingMessage): URL | null {
  const text = target.startsWith('/') && HOST.test(host) ? `http://${host}${target}` : target
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  return new URL(text)
}

function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length']) > limit) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    request.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > limit) resolve(null)
      else pieces.push(piece)
    })
    request.on('end', () => resolve(textOf(pieces)))
    request.on('close', () => {
      if (!request.complete) reject(browserGone())
    })
    request.on('error', () => reject(browserGone()))
  })
}

export function writeToNode({ status, headers, body }: Outgoing, response: ServerResponse): void {
  // Without a length, an answer would come in chunks; one without content has none.
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) }
  response.writeHead(status, { ...headers, ...length })
  response.end(body)
}
