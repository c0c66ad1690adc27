import { type CccAction, field, type PastCall } from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import type { CalleeHistory, CallerUse, CallHistory } from '../picker/index.ts'

/** The proxy that is asked. */
export interface ProxyHistoryOptions {
  /** Calls our proxy with `PROXY_ACTIONS=picker+history`. */
  client: ProxyClient
}

/** What the proxy tells at once; nobody compares more. */
const MOST_CALLERS = 50

/**
 * History from our proxy's narrow reads: it tells about the callee and the callers of the last pick, and lists no
 * records. Each rejects if the proxy tells nothing, as for a second when history costs the cloud too many calls.
 *
 * @example
 * const history = historyThroughProxy({ client })
 * return <OutboundNumberPicker client={client} history={history} onDial={onDial} />
 */
export function historyThroughProxy({ client }: ProxyHistoryOptions): CallHistory {
  return {
    ofCallee: async (callee, { offer, calleeHistory, signal }) => {
      const told = await calleeHistory
      if (told !== undefined) return readCalleeHistory(told)
      return client.call(getCalleeHistory, { callee, offer: required(await offer) }, { signal })
    },
    ofCallers: async (callers, { offer, signal }) => {
      const asked = callers.slice(0, MOST_CALLERS)
      return client.call(
        getCallerUsage,
        { callers: asked, offer: required(await offer) },
        { signal },
      )
    },
  }
}

const getCalleeHistory: CccAction<{ callee: string; offer: string }, CalleeHistory> = {
  name: 'GetCalleeHistory',
  parameters: ({ callee, offer }) => ({ calledNumber: callee, offer }),
  read: ({ data }) => readCalleeHistory(data),
}

const getCallerUsage: CccAction<
  { callers: readonly string[]; offer: string },
  ReadonlyMap<string, CallerUse>
> = {
  name: 'GetCallerUsage',
  parameters: ({ callers, offer }) => ({ callerNumberList: JSON.stringify(callers), offer }),
  read: ({ data }) => {
    const entries: readonly unknown[] = Array.isArray(data) ? data : []
    return new Map(entries.map((entry) => [String(field(entry, 'Number')), readUse(entry)]))
  },
}

function readCalleeHistory(data: unknown): CalleeHistory {
  return {
    calls: {
      last5Minutes: readCount(data, 'Last5Minutes'),
      last24Hours: readCount(data, 'Last24Hours'),
      last7Days: readCount(data, 'Last7Days'),
    },
    last: readCall(field(data, 'Last')),
    lastAnswered: readCall(field(data, 'LastAnswered')),
  }
}

function readUse(entry: unknown): CallerUse {
  return { dialed: readCount(entry, 'Dialed'), answered: readCount(entry, 'Answered') }
}

/** A count that is not known is no zero. */
function readCount(from: unknown, name: string): number {
  const count = field(from, name)
  if (typeof count === 'number') return count
  throw new Error('The proxy tells nothing of earlier calls now.')
}

const outcomes: readonly PastCall['outcome'][] = ['answered', 'no-answer', 'busy', 'rejected']

function readCall(value: unknown): PastCall | null {
  const caller = field(value, 'Caller')
  const at = field(value, 'StartTime')
  if (typeof caller !== 'string' || typeof at !== 'number') return null
  const outcome = outcomes.find((one) => one === field(value, 'Outcome')) ?? 'other'
  return { caller, at, outcome }
}

function required(offer: string | null): string {
  if (offer !== null) return offer
  throw new Error(
    'The pick carries no offer of history: set PROXY_ACTIONS=picker+history at the proxy.',
  )
}
