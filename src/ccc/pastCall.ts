/** A call that was made earlier. */
export interface PastCall {
  /** The number that the customer saw, in national form such as `01089898989`. */
  caller: string
  /** When it began, in milliseconds since 1970. */
  at: number
  outcome: CallOutcome
}

/** How a call ended, from the customer's side. */
export type CallOutcome = 'answered' | 'no-answer' | 'busy' | 'rejected' | 'other'
