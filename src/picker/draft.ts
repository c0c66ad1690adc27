/** What will be dialed: a caller that was offered for exactly this callee and these groups. */
export interface DialDraft {
  /** Full number in national form, as `13888888888`. */
  callee: string
  /** Full number in national form, as `01089898989`; masked where the cloud masks it. */
  caller: string
  skillGroupIds: readonly string[]
  /** Of the answer in which the caller was offered. */
  requestId: string
}
