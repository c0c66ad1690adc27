import type { CccAction } from './action.ts'
import { field, text } from './envelope.ts'
import { type CccPage, readPage } from './list.ts'
import { readAnsweredNumber } from './number.ts'
import type { CallOutcome, PastCall } from './pastCall.ts'

export interface CallRecordsRequest {
  /** Only calls to this number, in national form. */
  callee?: string
  /** Only calls from this number, in national form. */
  caller?: string
  /** Only calls that were answered. */
  answered?: true
  /** The first moment, in milliseconds since 1970; to the present. */
  from: number
  /** 1 to 100, the newest first. With 1, `total` is the cheapest way to count. */
  pageSize: number
  /** Leave it out if the proxy knows its instance. */
  instanceId?: string | undefined
}

/** The kinds of contact in which the company calls a customer. */
const OUTWARD = ['OUTBOUND', 'BACK2BACK', 'PREDICTIVE', 'PRIVACY_DIAL']

/** Those in which the caller may be somebody's own telephone, from which the cloud connects them to the customer. */
const FROM_OWN_TELEPHONE = ['BACK2BACK', 'PRIVACY_DIAL']

/** Where the cloud says that a call was answered. */
const ANSWERED = 'Success'

/**
 * Lists calls to customers, the newest first. Of a record, only what a picker may show is read: not who called.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListCallDetailRecordsV2
 */
export const listCallDetailRecordsV2: CccAction<CallRecordsRequest, CccPage<PastCall>> = {
  name: 'ListCallDetailRecordsV2',
  parameters: ({ callee, caller, answered, from, ...request }) => ({
    ...request,
    calledNumber: callee,
    callingNumber: caller,
    contactTypeList: JSON.stringify(OUTWARD),
    contactDispositionList: answered && JSON.stringify([ANSWERED]),
    startTime: from,
    pageNumber: 1,
    orderByField: 'startTime',
    sortOrder: 'DESC',
  }),
  read: (envelope) => readPage(envelope, 'CallingNumber', readPastCall),
}

/** Reads an entry of the list; its caller is `''` unless it is the company's, and keeps its asterisks if it is masked. */
function readPastCall(entry: unknown): PastCall | null {
  const at = Number(field(entry, 'StartTime'))
  if (!(at > 0)) return null
  const own = FROM_OWN_TELEPHONE.includes(text(field(entry, 'ContactType')))
  const caller = own ? '' : (readAnsweredNumber(field(entry, 'CallingNumber')) ?? '')
  return { caller, at, outcome: outcomeOf(entry) }
}

const outcomes: readonly (readonly [said: RegExp, CallOutcome])[] = [
  [/^Success$/, 'answered'],
  [/^Busy$|^486/, 'busy'],
  [/^Reject$|^603/, 'rejected'],
  [/^NoAnswer$|^AbandonedInRing$|^480|^487/, 'no-answer'],
]

/** The disposition of a call that was not answered is often vague; the line and its release say why. */
function outcomeOf(entry: unknown): CallOutcome {
  const said = ['EarlyMediaState', 'ContactDisposition', 'ReleaseReason'].map((name) =>
    text(field(entry, name)),
  )
  const found = outcomes.find(([pattern]) => said.some((one) => pattern.test(one)))
  return found?.[1] ?? 'other'
}
