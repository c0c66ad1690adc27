import type { DialDraft } from './draft.ts'

/** The languages that come with the picker. */
export type Locale = 'zh-CN' | 'en-US'

/**
 * What a guard decides about a call before it is made: nothing or true allows it, `warn` asks the agent to
 * confirm, `refuse` or false stops it. Reasons are shown as they are.
 */
export type DialVerdict = undefined | boolean | { warn: string } | { refuse: string }

/** What a guard is told besides the draft. */
export interface DialGuardContext {
  /** Aborted when the number, the caller, the groups or the agent's permission change, or the picker goes away. */
  signal: AbortSignal
  /** The language in which reasons are given. */
  locale: Locale
  /** What the pick's answer carried for history, see `HistoryContext`; a frame's page is not told. */
  offer?: Promise<string | null>
  /**
   * When this picker called the same number in the last 24 hours, in milliseconds since 1970; a frame's page is not told.
   */
  ownCalls?: readonly number[]
}

/** Checks a call before it is made. A guard that throws refuses the call. */
export type DialGuard = (
  draft: DialDraft,
  context: DialGuardContext,
) => DialVerdict | Promise<DialVerdict>
