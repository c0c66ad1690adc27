import type { PlacedNumber, SkillGroup } from '../../ccc/index.ts'
import type { ProxyClient } from '../../client/index.ts'
import type { DialDraft } from './draft.ts'
import type { DialGuard, Locale } from './guard.ts'
import type { CallHistory } from './history.ts'

/** What a host says about a caller, in addition to its place. */
export interface CallerNote {
  /** A few words shown in the row, such as `48/50`. */
  note?: string
  /** Default `plain`. */
  tone?: 'plain' | 'good' | 'warning'
  /** Why this caller cannot be chosen now; shown in place of the note. */
  disabled?: string
}

/** With the `code` of a `CccError` if a request to the proxy failed; without one, something is wrong in a page. */
export type PickerError = Error & { code?: string | undefined }

/** What a host gives a picker, whatever draws it. All of it may be replaced at any time. */
export interface PickerSettings {
  /** Such as `ccc-test`; only for proxies that do not know their instance. */
  instanceId?: string | undefined
  /** The agent whose skill groups and numbers are listed, such as `agent@ccc-test`. */
  userId?: string | undefined
  /** The agent's skill groups, if the host knows them; the picker then loads no list. */
  skillGroups?: readonly SkillGroup[] | undefined
  /** The callee, if the host keeps it; the host must then update it on `onCalleeChange`. */
  callee?: string | undefined
  /** The callee to start with, if the picker keeps it. */
  defaultCallee?: string | undefined
  /** Called with the field's text on every keystroke; `''` when it is cleared. */
  onCalleeChange?: ((callee: string) => void) | undefined
  /** Shows the callee as 138 **** 8888 wherever it is printed. Default false. */
  maskCallee?: boolean | undefined
  /** How many candidates to ask for at first. Default 5. */
  count?: number | undefined
  /** How many the agent may ask for at most. Default 20. */
  maxCount?: number | undefined
  /** Makes the call. Nothing else is dialed until a returned promise settles; a rejection is shown. */
  onDial: (draft: DialDraft) => unknown
  /** Checks the call before it is made, and may warn or refuse. */
  beforeDial?: DialGuard | undefined
  /** Milliseconds that `beforeDial` may take; if it takes longer, nothing is dialed. Default 5000. */
  guardTimeout?: number | undefined
  /** True, or the reason as text, while the agent cannot dial; picking still works. Default false. */
  dialDisabled?: boolean | string | undefined
  /** Called with every new draft, whether the agent or the order of candidates selected its caller. */
  onSelect?: ((draft: DialDraft) => void) | undefined
  /**
   * Called once for each request to the proxy that failed, after the tries that the agent does not see. What else goes
   * wrong is told without a `code`.
   */
  onError?: ((error: PickerError) => void) | undefined
  /**
   * What is known of earlier calls, such as `historyFromRecords` of `outbound-number-picker/history`. Nothing waits for
   * it: it orders the callers if it is there when they are first shown, and marks them whenever it comes.
   */
  history?: CallHistory | undefined
  /** From how many calls a day on a caller cannot be chosen, as far as `history` knows. Default 50. */
  callerCap?: number | undefined
  /** Adds a note to a caller, or disables it with a reason. */
  annotateCaller?: ((caller: PlacedNumber) => CallerNote | undefined) | undefined
  /**
   * Whether the picker keeps the caller that each customer saw last, the agent's groups and pins in
   * `localStorage`, for each instance and agent. The agent has a switch too. Default true.
   */
  memory?: boolean | undefined
}

/** What a picker without a view is given. */
export interface PickerOptions extends PickerSettings {
  /** Calls the proxy. An answer stays as long as its question does, even if you pass another client. */
  client: ProxyClient
  /** The language in which guards give their reasons. Default `zh-CN`. */
  locale?: Locale | undefined
}

/** How many candidates the agent may ask for at most. */
export function maxCount({ maxCount = 20 }: PickerOptions): number {
  return maxCount
}

/** How many candidates are asked for at first. */
export function firstCount(options: PickerOptions): number {
  return Math.min(options.count ?? 5, maxCount(options))
}
