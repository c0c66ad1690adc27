import type { CallRecordsRequest, PastCall } from '../../ccc/index.ts'
import type { ListRecords } from './records.ts'

/** What `GetCalleeHistory` answers: calls to one callee by anybody. */
export interface CalleeHistory {
  Last5Minutes: number
  Last24Hours: number
  Last7Days: number
  /** Of the last ninety days; null if there was none, or its caller is not known. */
  Last: CallBefore | null
  LastAnswered: CallBefore | null
}

interface CallBefore {
  Caller: string
  /** Milliseconds since 1970. */
  StartTime: number
  Outcome: PastCall['outcome']
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LOOK_BACK = 90 * DAY
const PAGE_SIZE = 100

/**
 * Learns a callee's history, nearly always from one page. Only what a page leaves open of a callee with more than a
 * hundred calls costs more: at most three counts, and the last answered call.
 *
 * @param now milliseconds since 1970
 * @returns null if history may not cost as much now
 */
export async function learnCalleeHistory(
  callee: string,
  list: ListRecords,
  now: number,
): Promise<CalleeHistory | null> {
  const all: CallRecordsRequest = { callee, from: now - LOOK_BACK, pageSize: PAGE_SIZE }
  const page = await list(all)
  if (!page) return null
  const { entries, total, dropped } = page
  const complete = dropped === 0 && entries.length >= total
  const oldest = entries.at(-1)?.at ?? now
  /** Since when all calls are on the page; more of the oldest's millisecond may be on the next. */
  const covered = complete ? all.from : dropped === 0 ? oldest + 1 : now

  async function countSince(from: number): Promise<number | null> {
    if (from >= covered) return entries.filter(({ at }) => at >= from).length
    const counted = await list({ callee, from, pageSize: 1 })
    return counted ? counted.total : null
  }

  async function findAnswered(): Promise<PastCall | undefined> {
    const found = entries.find(({ outcome }) => outcome === 'answered')
    if (found || complete) return found
    return (await list({ ...all, answered: true, pageSize: 1 }))?.entries[0]
  }

  const last5Minutes = await countSince(now - 5 * MINUTE)
  const last24Hours = await countSince(now - DAY)
  const last7Days = await countSince(now - 7 * DAY)
  if (last5Minutes === null || last24Hours === null || last7Days === null) return null
  return {
    Last5Minutes: last5Minutes,
    Last24Hours: last24Hours,
    Last7Days: last7Days,
    Last: callBefore(entries[0]),
    LastAnswered: callBefore(await findAnswered()),
  }
}

/** A masked number could be anybody's, and a call without a number tells nothing. */
function callBefore(call: PastCall | undefined): CallBefore | null {
  if (!call || !/^\d+$/.test(call.caller)) return null
  return { Caller: call.caller, StartTime: call.at, Outcome: call.outcome }
}
