/**
 * A call that was made earlier.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2
 */
export interface PastCall {
  /** The number that the customer saw, in national form such as `01089898989`. */
  caller: string
  /** When it began, in milliseconds since 1970. */
  at: number
  /** How it ended. */
  outcome: CallOutcome
}

/** How a call ended, from the customer's side; `other` where the cloud's record does not say. */
export type CallOutcome = 'answered' | 'no-answer' | 'busy' | 'rejected' | 'other'
