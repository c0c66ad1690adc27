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
  const current = new AsyncLocalStorage<{ action: string | null; trace: Exchange[] }>()

  const tracedFetch: typeof fetch = async (input, init) => {
    const asked = current.getStore()
    if (!asked) return fetch(input, init)
    const request = new Request(input, init)
    // With a pick, the proxy asks about its customer too; that is not the call which the page shows.
    if (request.headers.get('x-acs-action') !== asked.action) return fetch(request)
    // Before it is sent: what is never answered was sent as well.
    asked.trace.push(await describe(request.clone()))
    return fetch(request)
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
      const { searchParams } = new URL(request.url ?? '', 'http://localhost')
      const trace: Exchange[] = []
      traces.set(id, trace)
      for (const [oldest] of [...traces].slice(0, -KEPT)) traces.delete(oldest)
      current.run({ action: searchParams.get('action'), trace }, answer)
    },
    tell(request: IncomingMessage, response: ServerResponse): void {
      const id = (request.url ?? '').replace(/^.*\?/, '')
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(traces.get(id) ?? []))
      traces.delete(id)
    },
  }
}

/** What was signed, as the specification says, without what is secret. */
async function describe(request: Request): Promise<Exchange> {
  const body = await request.clone().text()
  const { host } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('host', host)
  const { canonicalRequest, stringToSign } = readV3({
    ...(await readCloudRequest(request)),
    headers,
  })
  return {
    url: request.url,
    headers: Object.fromEntries([...headers].map(([name, value]) => [name, shown(name, value)])),
    body,
    // A temporary key and its token are signed as headers, so they stand here a second time.
    canonicalRequest: canonicalRequest.replaceAll(
      /^(x-acs-[a-z-]+):(.*)$/gm,
      (_line, name: string, value: string) => `${name}:${shown(name, value)}`,
    ),
    stringToSign,
  }
}

/** A header's value without the signature, the token of a temporary key, and most of a key's id. */
function shown(name: string, value: string): string {
  switch (name) {
    case 'authorization':
      return value
        .replace(/Credential=([^,]{0,4})[^,]*/, 'Credential=$1…')
        .replace(/Signature=.*/, 'Signature=…')
    case 'x-acs-accesskey-id':
      return `${value.slice(0, 4)}…`
    case 'x-acs-security-token':
      return '…'
    default:
      return value
  }
}
