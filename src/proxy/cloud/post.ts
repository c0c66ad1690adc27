import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch as fetchByUndici } from 'undici'
import { untilAborted } from '../deadline.ts'
import { readText, textOf } from '../incoming.ts'

/** A form to send. */
interface Form {
  headers: Record<string, string>
  body: string
  signal: AbortSignal
  /** Whether it may change something, so that it must not be lost or sent twice. */
  acts: boolean
  /** Maximum bytes of the answer. */
  limit: number
}

interface Posted {
  status: number
  /** A header by its lowercase name; `''` if there is none. */
  header: (name: string) => string
  /** The body; null, without waiting for the rest, if it is longer than the limit. */
  text: string | null
}

/** Sends a form and follows no redirect. Rejects if no answer comes, and as soon as the signal aborts. */
export type Post = (url: URL, form: Form) => Promise<Posted>

/** HTTP proxies on the way out, as the variables of the same names say; `''` for none. */
export interface OutboundProxies {
  /** For `http://` addresses, such as `http://proxy:3128`. */
  httpProxy: string
  /** The same for `https://` addresses. */
  httpsProxy: string
  /** Hosts that are reached without one, separated by commas. */
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

  return (url, { headers, body, signal, acts, limit }) => {
    const request = {
      origin: url.origin,
      path: url.pathname,
      method: 'POST',
      headers,
      body,
    } as const
    return receive(acts ? fresh : kept, request, limit, signal)
  }
}

/** Sends a request and waits for the whole answer. */
function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limit: number,
  signal: AbortSignal,
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    let sending: Dispatcher.DispatchController | undefined
    let status = 0
    let headers: Record<string, string | string[] | undefined> = {}
    const pieces: Buffer[] = []
    let size = 0

    const settle = (text: string | null) =>
      resolve({ status, header: (name) => String(headers[name] ?? ''), text })
    const abort = () => {
      reject(signal.reason)
      sending?.abort(signal.reason)
    }
    signal.addEventListener('abort', abort)
    const end = () => signal.removeEventListener('abort', abort)

    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        sending = controller
        if (signal.aborted) abort()
      },
      onResponseStart(_, code, fields) {
        status = code
        headers = fields
      },
      onResponseData(controller, piece) {
        size += piece.length
        pieces.push(piece)
        if (size <= limit) return
        settle(null)
        controller.abort(new Error('The answer is too long.'))
      },
      onResponseEnd() {
        end()
        settle(textOf(pieces))
      },
      onResponseError(_, error) {
        end()
        reject(error)
      },
      onRequestUpgrade(controller) {
        controller.abort(new Error('The cloud changed the protocol.'))
      },
    })
  })
}

/** A `fetch` for the keys that tokens are checked with, on the same way out. */
export function createKeyFetch(proxies?: OutboundProxies) {
  const dispatcher = proxies ? new EnvHttpProxyAgent({ ...proxies }) : new Agent()
  return (
    url: URL,
    init: { headers: Record<string, string>; redirect: 'manual'; signal: AbortSignal },
  ) => fetchByUndici(url, { ...init, dispatcher })
}

/** Sends with the company's own `fetch`, which may not heed the signal. */
export function postWith(fetch: typeof globalThis.fetch): Post {
  return (url, { headers, body, signal, limit }) => {
    const init = { method: 'POST', redirect: 'manual', headers, body, signal } as const
    return untilAborted(read(fetch(url, init), limit), signal)
  }
}

async function read(answering: Promise<Response>, limit: number): Promise<Posted> {
  const answer = await answering
  return {
    // A browser's fetch gives a redirect no status.
    status: answer.type === 'opaqueredirect' ? 302 : answer.status,
    header: (name) => answer.headers.get(name) ?? '',
    text: await readText(answer.body ?? [], limit),
  }
}
