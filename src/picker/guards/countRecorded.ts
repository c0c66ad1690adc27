import { within } from '../../client/index.ts'
import type { CalleeHistory, CallHistory, DialDraft, DialGuardContext } from '../core/index.ts'

export interface Recorded {
  /**
   * Counts what the whole team did, in windows of 5 minutes, 24 hours and 7 days, and adds the calls that this picker made
   * since the last one that history knows. It has two seconds to answer.
   */
  history: CallHistory
  /** Whether the agent has to confirm a call if history cannot tell; else only this picker's calls count. Default false. */
  strict?: boolean
  /** Returns milliseconds since 1970. Default: the browser's clock. */
  now?: () => number
}

/** How often a callee was called, in each window; not known if that is only what this picker did. */
export type Count = (
  draft: DialDraft,
  context: DialGuardContext,
) => Promise<{ counts: readonly number[]; isKnown: boolean }>

const MINUTE = 60_000

/** Milliseconds that history may take: the agent is waiting to dial. */
const PATIENCE = 2000

/** The windows that a history counts, by their minutes. */
const counted = new Map<number, keyof CalleeHistory['calls']>([
  [5, 'last5Minutes'],
  [24 * 60, 'last24Hours'],
  [7 * 24 * 60, 'last7Days'],
])

/** @throws {TypeError} for a window that a history does not count */
export function countRecorded(
  { history, now = Date.now }: Recorded,
  windows: readonly number[],
): Count {
  for (const minutes of windows) {
    if (counted.has(minutes)) continue
    const known = [...counted.keys()].join(', ')
    throw new TypeError(
      `callFrequency: history counts no window of ${minutes} minutes. Use ${known}.`,
    )
  }

  return async ({ callee }, { signal, offer = Promise.resolve(null), ownCalls = [] }) => {
    const past = await within(PATIENCE, signal, (bound) =>
      history.ofCallee(callee, { offer, signal: bound }),
    ).catch(() => null)
    const counts = windows.map((minutes) => {
      const since = now() - minutes * MINUTE
      const own = ownCalls.filter((at) => at > since)
      const window = counted.get(minutes)
      const recorded = (window && past?.calls[window]) ?? 0
      const { last } = past ?? {}
      // Without the last record, nobody can tell which of the own calls are among those recorded.
      if (!last) return Math.max(recorded, own.length)
      return recorded + own.filter((at) => at > last.at).length
    })
    return { counts, isKnown: past !== null }
  }
}
