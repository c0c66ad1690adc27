import type { PastCall } from '../../ccc/index.ts'

/**
 * What is known about earlier calls, by the whole team: from the cloud's call records, or from a company's own. The
 * picker waits for none of it: a promise may reject or never settle.
 */
export interface CallHistory {
  /** Calls to a callee, by anybody. Asked together with the pick. */
  ofCallee(callee: string, context: HistoryContext): Promise<CalleeHistory>
  /** How often callers called today, by number; one that is not known is missing. Asked once they are offered. */
  ofCallers(
    callers: readonly string[],
    context: HistoryContext,
  ): Promise<ReadonlyMap<string, CallerUse>>
}

/** What a source of history is told besides the numbers. */
export interface HistoryContext {
  /**
   * What the pick's answer carried for the proxy's narrow reads, which tell only about what was picked; null if it
   * carried nothing. It comes with that answer: a source that does not need it does not wait for it, and one that finds
   * its own answer in it, without asking anybody else, is in time to order the callers.
   */
  offer: Promise<string | null>
  /**
   * What that answer already told of the callee, for the source that knows how to read it; undefined if nothing. Left out
   * where what is known of this moment is asked for, as before a call.
   */
  calleeHistory?: Promise<unknown>
  /** Aborted when the answer is no longer wanted. */
  signal: AbortSignal
}

/** What is known of earlier calls to a callee, by anybody of the team. */
export interface CalleeHistory {
  /** Calls in the `last5Minutes`, the `last24Hours` and the `last7Days`, whatever became of them. */
  calls: { last5Minutes: number; last24Hours: number; last7Days: number }
  /** The last call, null if there was none or its caller is not known. */
  last: PastCall | null
  /** The last call that the customer answered, null if there was none or its caller is not known. */
  lastAnswered: PastCall | null
}

/** What a caller was used for today. */
export interface CallerUse {
  /** How many calls were made with it, to anybody. */
  dialed: number
  /** How many of these were answered. */
  answered: number
}
