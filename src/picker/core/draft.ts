/** What is dialed: a caller that was offered for exactly this callee and these groups. */
export interface DialDraft {
  /** Full number in national form, such as `13888888888`. */
  callee: string
  /** Full number in national form, such as `01089898989`; masked if the cloud masks it. */
  caller: string
  /** The skill groups that the caller was picked from, at least one. */
  skillGroupIds: readonly string[]
  /** Request id of the answer that offered the caller. */
  requestId: string
}

/** Whether two drafts are one and the same call. */
export function sameDraft(one: DialDraft | null, other: DialDraft | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.callee === other.callee &&
    one.caller === other.caller &&
    one.requestId === other.requestId &&
    one.skillGroupIds.length === other.skillGroupIds.length &&
    one.skillGroupIds.every((id, index) => id === other.skillGroupIds[index])
  )
}
