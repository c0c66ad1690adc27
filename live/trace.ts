import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
// The simulated cloud's own reading of a signature, which nobody but this page needs.
import { readCloudRequest } from '../mocks/cloud/cloudRequest.ts'
import { readV3 } from '../mocks/cloud/signatureV3.ts'
import { type Exchange, traceHeader } from '../src/preview/explorer/exchange.ts'

/** Traces that are kept until they are asked for; a page asks at once. */
const KEPT = 20

/**
 * Shows a page of this machine what the proxy sends for it: for development alone, and no part of the proxy.
 * A request with the header `x-preview-trace: <id>` is traced, and `GET /preview/trace?<id>` says what was seen.
 */
export function createTrace() {
  const traces = new Map<string, Exchange[]>()
  const current = new AsyncLocalStorage<Exchange[]>()

  const tracedFetch: typeof fetch = async (input, init) => {
    const trace = current.getStore()
    if (!trace) return fetch(input, init)
    const request = new Request(input, init)
    const signed = await describe(request.clone())
    const start = performance.now()
    const response = await fetch(request)
    const answer = await response.clone().text()
    const { status } = response
    trace.push({ ...signed, status, answer, milliseconds: performance.now() - start })
    return response
  }

  return {
    fetch: tracedFetch,
    /** Runs what answers a request, and keeps what it sends. */
    run(request: IncomingMessage, answer: () => void): void {
      const id = request.headers[traceHeader]
      if (typeof id !== 'string') {
        answer()
        return
      }
      const trace: Exchange[] = []
      traces.set(id, trace)
      for (const [oldest] of [...traces].slice(0, -KEPT)) traces.delete(oldest)
      current.run(trace, answer)
    },
    tell(request: IncomingMessage, response: ServerResponse): void {
      const id = (request.url ?? '').replace(/^.*\?/, '')
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(traces.get(id) ?? []))
      traces.delete(id)
    },
  }
}

/** What was signed, as the specification says; the signature and most of the key's id are left out. */
async function describe(request: Request) {
  const body = await request.clone().text()
  const { host } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('host', host)
  const { canonicalRequest, stringToSign } = readV3({
    ...(await readCloudRequest(request)),
    headers,
  })
  const shown = [...headers].map(([name, value]): [string, string] => [
    name,
    name === 'authorization' ? withoutSecrets(value) : value,
  ])
  const isSecret = ([name]: [string, string]) =>
    name === 'x-acs-security-token' || name === 'x-acs-accesskey-id'
  return {
    url: request.url,
    headers: Object.fromEntries(shown.filter((header) => !isSecret(header))),
    body,
    canonicalRequest,
    stringToSign,
  }
}

function withoutSecrets(authorization: string): string {
  return authorization
    .replace(/Credential=([^,]{0,4})[^,]*/, 'Credential=$1…')
    .replace(/Signature=.*/, 'Signature=…')
}
