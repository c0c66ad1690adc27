import {
  type CccEnvelope,
  CccError,
  type PickResult,
  pickOutboundNumbers,
} from '../../ccc/index.ts'
import { createProxyClient, type ProxyRequest } from '../../client/index.ts'
import { camelCase, type Given } from './actions.ts'
import { type Exchange, traceHeader, tracePath } from './exchange.ts'

/** The path of the proxy in the page's server. */
export const endpoint = '/aliyun/ccc/api'

/** Everything there is to see of a call. */
export interface Outcome {
  /** As the browser sent it. */
  sent: ProxyRequest
  /** What the proxy sent for it; empty if it refused the call itself, null if it could not be asked. */
  exchanges: readonly Exchange[] | null
  /** 0 if nothing answered. */
  status: number
  milliseconds: number
  /** What the proxy answered. */
  answer: unknown
  /** How the widget understands a pick; null for other actions. */
  understood: PickResult | CccError | null
}

/** Calls an action as the widget does, and looks over its shoulder. */
export async function callAction(action: string, given: Given): Promise<Outcome> {
  const id = crypto.randomUUID()
  const seen: { sent?: ProxyRequest; status: number; answer: unknown } = { status: 0, answer: '' }
  const client = createProxyClient({
    endpoint,
    headers: { [traceHeader]: id },
    request: async (request) => {
      const { url, method, headers, data, signal } = request
      seen.sent = request
      const response = await fetch(url, { method, headers, body: data, signal: signal ?? null })
      const text = await response.text()
      seen.status = response.status
      seen.answer = parsed(text)
      return { status: response.status, data: text }
    },
  })
  const start = performance.now()
  const reading = await client
    .call({ name: action, parameters: () => camelCase(given), read }, {})
    .then(understand(action), asCccError)
  const milliseconds = performance.now() - start
  if (!seen.sent) throw new TypeError(`The request for ${action} was never sent.`)
  return {
    ...seen,
    sent: seen.sent,
    milliseconds,
    exchanges: await traced(id),
    understood: reading,
  }
}

const read = (envelope: CccEnvelope) => envelope

function understand(action: string): (envelope: CccEnvelope) => PickResult | CccError | null {
  return (envelope) => {
    if (action !== pickOutboundNumbers.name) return null
    try {
      return pickOutboundNumbers.read(envelope)
    } catch (error) {
      return asCccError(error)
    }
  }
}

function asCccError(error: unknown): CccError {
  if (error instanceof CccError) return error
  throw error
}

/** JSON where it is; other text as it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Null if the page's server is out of reach. */
async function traced(id: string): Promise<readonly Exchange[] | null> {
  try {
    const response = await fetch(`${tracePath}?${id}`)
    return await response.json()
  } catch {
    return null
  }
}
