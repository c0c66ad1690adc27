import type { DialDraft } from '../draft.ts'
import type { Press } from '../hand.ts'
import type { Verdict } from './host.testing.ts'

/** A press that was made, and what may still come of it. */
export interface Pressed extends Press {
  /** What was shown when it was made. */
  draft: DialDraft | null
  /** Made while the screen did not yet know what the picker knew. */
  isUnseen: boolean
  guarded: boolean
  /** When its guard's time is over. */
  until: number
  signal: AbortSignal | null
  verdict: Verdict | null
  /** When its warning was on the screen. */
  warnedAt: number
  /** Why nothing may come of it any more; `''` while something may. */
  over: string
  /** Why it must not be heard; `''` if it may. */
  unheard: string
  /** Whether it has to be heard. */
  must: boolean
}

/** Whether two drafts are the same call, out of the same answer. */
export function same(one: DialDraft | null, other: DialDraft | null): boolean {
  return textOf(one) === textOf(other)
}

function textOf(draft: DialDraft | null): string {
  if (!draft) return ''
  return [draft.callee, draft.caller, draft.requestId, ...draft.skillGroupIds].join()
}
