import {
  type CallRecordsRequest,
  listCallDetailRecordsV2,
  type PastCall,
  startOfDay,
} from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import type { CallerUse, CallHistory } from '../picker/index.ts'
import { createTurns } from './createTurns.ts'

/** Where call records are read, and how far back. */
export interface RecordsOptions {
  /** Calls a proxy that lets agents read the call records. */
  client: ProxyClient
  /** Such as `ccc-test`; only for proxies that do not know their instance. */
  instanceId?: string | undefined
  /** IANA name of the time zone whose day is meant by today. Default `Asia/Shanghai`. */
  zone?: string | undefined
  /** How many days back earlier calls are looked for, 7 or more. Default 90. */
  days?: number | undefined
  /** Returns milliseconds since 1970. Default: the browser's clock. */
  now?: (() => number) | undefined
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** More calls than anybody may make to one customer in a week. */
const CALLS_READ = 50

const AT_ONCE = 4

/**
 * History from the cloud's own call records, through a proxy that passes on `ListCallDetailRecordsV2`: one call for a
 * callee, two for each caller. Whoever may do that may list all records; our proxy's narrow reads tell less.
 *
 * @example
 * const history = historyFromRecords({ client })
 * return <OutboundNumberPicker client={client} history={history} onDial={onDial} />
 *
 * @throws {RangeError} for an unknown zone; {TypeError} if `days` is not a whole number from 7 on
 */
export function historyFromRecords({
  client,
  instanceId,
  zone = 'Asia/Shanghai',
  days = 90,
  now = Date.now,
}: RecordsOptions): CallHistory {
  if (!(Number.isInteger(days) && days >= 7)) {
    throw new TypeError(`historyFromRecords: days is ${days}. Pass a whole number from 7 on.`)
  }
  const beginOfToday = startOfDay(zone)
  const inTurn = createTurns(AT_ONCE)

  function list(request: Omit<CallRecordsRequest, 'instanceId'>, signal: AbortSignal) {
    return inTurn(() =>
      client.call(listCallDetailRecordsV2, { ...request, instanceId }, { signal }),
    )
  }

  async function usageOf(caller: string, signal: AbortSignal): Promise<CallerUse> {
    const today = { caller, from: beginOfToday(now()), pageSize: 1 }
    const [all, answered] = await Promise.all([
      list(today, signal),
      list({ ...today, answered: true }, signal),
    ])
    return { dialed: all.total, answered: answered.total }
  }

  return {
    ofCallee: async (callee, { signal }) => {
      const at = now()
      const request = { callee, from: at - days * DAY, pageSize: CALLS_READ }
      const { entries: calls } = await list(request, signal)
      const since = (time: number) => calls.filter((call) => call.at > at - time).length
      return {
        calls: {
          last5Minutes: since(5 * MINUTE),
          last24Hours: since(DAY),
          last7Days: since(7 * DAY),
        },
        last: known(calls[0]),
        lastAnswered: known(calls.find(({ outcome }) => outcome === 'answered')),
      }
    },
    ofCallers: async (callers, { signal }) => {
      const uses = new Map<string, CallerUse>()
      // A masked number is nobody's.
      const waiting = callers.filter((caller) => !isMasked(caller))
      const ask = async () => {
        for (let caller = waiting.shift(); caller !== undefined; caller = waiting.shift()) {
          uses.set(caller, await usageOf(caller, signal))
        }
      }
      const giveUp = (reason: unknown) => {
        waiting.length = 0
        throw reason
      }
      // Two at a time, and none after a failure.
      await Promise.all([ask().catch(giveUp), ask().catch(giveUp)])
      return uses
    },
  }
}

/** A call whose caller the cloud masks could be anybody's. */
function known(call: PastCall | undefined): PastCall | null {
  return call && call.caller !== '' && !isMasked(call.caller) ? call : null
}

function isMasked(number: string): boolean {
  return number.includes('*')
}
