/** What is dialed: a caller that was offered for exactly this callee and these groups. */
export interface DialDraft {
  /** Full number in national form, such as `13888888888`. */
  callee: string
  /** Full number in national form, such as `01089898989`; masked if the cloud masks it. */
  caller: string
  skillGroupIds: readonly string[]
  /** Request id of the answer that offered the caller. */
  requestId: string
}
