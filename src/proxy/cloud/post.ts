import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchByUndici, request } from 'undici'
import { readText } from '../incoming.ts'

/** A form to send. */
export interface Form {
  headers: Record<string, string>
  body: string
  signal: AbortSignal
  /** Whether it may change something, so that it must not be lost or sent twice. */
  acts: boolean
}

/** An answer whose body has not been read yet. */
export interface Arriving {
  status: number
  /** A header by its lowercase name; `''` if there is none. */
  header: (name: string) => string
  /** The body; null, without waiting for the rest, if it is longer than `limit` bytes. */
  text: (limit: number) => Promise<string | null>
}

/** Sends a form and follows no redirect. Rejects if no answer comes or the signal aborts. */
export type Post = (url: URL, form: Form) => Promise<Arriving>

/** HTTP proxies on the way out, as the variables of the same names say; `''` for none. */
export interface OutboundProxies {
  httpProxy: string
  httpsProxy: string
  noProxy: string
}

/** Milliseconds; shorter than servers keep idle connections, so that none closes just as a request is sent on it. */
const IDLE = 4000

/** Sends with undici, over kept-alive connections, at half the cost of Node's own client. */
export function createPost(proxies?: OutboundProxies): Post {
  // The deadline of the call rules, so there are no other timers.
  const options = { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: IDLE }
  const connect = (more: Agent.Options): Dispatcher =>
    proxies ? new EnvHttpProxyAgent({ ...more, ...proxies }) : new Agent(more)
  const kept = connect(options)
  // A connection that was idle may be closed just as the call is sent, and nobody could tell whether it
  // arrived. So what acts has a connection of its own.
  const fresh = connect({ ...options, pipelining: 0 })

  return async (url, { acts, ...form }) => {
    const dispatcher = acts ? fresh : kept
    const { statusCode, headers, body } = await request(url, {
      method: 'POST',
      dispatcher,
      ...form,
    })
    return {
      status: statusCode,
      header: (name) => String(headers[name] ?? ''),
      text: (limit) => readText(body, limit),
    }
  }
}

/** A `fetch` for the keys that tokens are checked with, on the same way out. */
export function createKeyFetch(proxies?: OutboundProxies) {
  const dispatcher = proxies ? new EnvHttpProxyAgent({ ...proxies }) : new Agent()
  return (
    url: URL,
    init: { headers: Record<string, string>; redirect: 'manual'; signal: AbortSignal },
  ) => fetchByUndici(url, { ...init, dispatcher })
}

/** Sends with the company's own `fetch`. */
export function postWith(fetch: typeof globalThis.fetch): Post {
  return async (url, { acts: _, ...form }) => {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', ...form })
    return {
      // A browser's fetch gives a redirect no status.
      status: response.type === 'opaqueredirect' ? 302 : response.status,
      header: (name) => response.headers.get(name) ?? '',
      text: (limit) => readText(response.body ?? [], limit),
    }
  }
}
