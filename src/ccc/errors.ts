/**
 * What went wrong; decides which explanation the agent sees.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/errorCode for the codes behind it
 */
export type CccErrorKind =
  /** The proxy could not be reached. */
  | 'connection'
  /** Nobody answered in time. */
  | 'timeout'
  /** The agent has to sign in again. */
  | 'session'
  /** Something between the agent and the cloud answered in its place. */
  | 'gateway'
  /** Nobody answers to this address or action. */
  | 'endpoint'
  /** The instance does not exist. */
  | 'instance'
  /** The agent does not exist. */
  | 'agent'
  /** A parameter is missing or wrong. */
  | 'request'
  /** The proxy's access key or clock. */
  | 'credentials'
  /** The agent, or the proxy's access key, may not do this. */
  | 'forbidden'
  /** Too many calls for now. */
  | 'throttled'
  /** The cloud has a fault of its own. */
  | 'unavailable'
  /** An answer that makes no sense. */
  | 'answer'
  /** The cloud said no, with a code that is not in the documentation. */
  | 'refused'

/**
 * Whether the same request may succeed later: `soon` means without anybody doing anything, `later` after a
 * person has waited or signed in again, `never` not unless something else changes.
 */
export type CccRetry = 'soon' | 'later' | 'never'

/**
 * This project's own codes, for failures in which the cloud gave no code. The widget makes them from what
 * it meets on the way, and our proxy answers with them. The proxy has more codes; those get their kind from
 * their HTTP status, or from their first part if it is one of the cloud's.
 */
export type CccLocalCode =
  /** The proxy could not be reached. */
  | 'ConnectionLost'
  /** The proxy did not answer in time. */
  | 'Timeout'
  /** HTTP 401, or a page or a redirect in place of an answer. */
  | 'SessionExpired'
  /** HTTP 500 or above, without a code. */
  | 'BadGateway'
  /** HTTP 404, without a code. */
  | 'EndpointNotFound'
  /** The answer says OK, but cannot be understood. */
  | 'UnreadableAnswer'
  /** Another HTTP status of 400 or above, without a code; or the proxy could not read the request. */
  | 'BadRequest'
  /** The request is longer than the proxy allows. */
  | 'RequestTooLarge'
  /** The proxy could not reach the cloud. */
  | 'CloudUnreachable'
  /** The cloud did not answer the proxy in time. */
  | 'CloudTimeout'
  /** The proxy has no access key now. */
  | 'CredentialsUnavailable'

/**
 * The kind of each code, or of its part before the first dot. A whole code takes precedence.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/errorCode for the cloud's
 */
const kinds: ReadonlyMap<string, CccErrorKind> = new Map(
  Object.entries<CccErrorKind>({
    'NotExists.InstanceId': 'instance',
    'NotExists.UserId': 'agent',
    NotExists: 'request',
    Parameter: 'request',
    InvalidAccessKeyId: 'credentials',
    SignatureDoesNotMatch: 'credentials',
    InvalidTimeStamp: 'credentials',
    // Every attempt is signed with a new nonce, so the next one may pass.
    SignatureNonceUsed: 'unavailable',
    Forbidden: 'forbidden',
    InvalidApi: 'endpoint',
    Throttling: 'throttled',
    InternalError: 'unavailable',
    ServiceUnavailable: 'unavailable',
    ConnectionLost: 'connection',
    Timeout: 'timeout',
    SessionExpired: 'session',
    BadGateway: 'gateway',
    EndpointNotFound: 'endpoint',
    UnreadableAnswer: 'answer',
    BadRequest: 'request',
    RequestTooLarge: 'request',
    CloudUnreachable: 'gateway',
    CloudTimeout: 'timeout',
    CredentialsUnavailable: 'credentials',
  } satisfies Record<CccLocalCode, CccErrorKind> & Record<string, CccErrorKind>),
)

const soon: readonly CccErrorKind[] = ['connection', 'gateway', 'throttled', 'unavailable']
const later: readonly CccErrorKind[] = ['timeout', 'session', 'answer', 'refused']

/**
 * The kind of a code.
 *
 * @param httpStatus decides about a code that is not known; 0 without an answer
 */
export function kindOf(code: string, httpStatus: number): CccErrorKind {
  const family = code.split('.', 1)[0] ?? ''
  const byStatus = httpStatus >= 400 ? kinds.get(codeOfStatus(httpStatus)) : undefined
  return kinds.get(code) ?? kinds.get(family) ?? byStatus ?? 'refused'
}

/** The code for an answer without one, from its HTTP status of 400 or more. */
export function codeOfStatus(httpStatus: number): CccLocalCode | 'Throttling' | 'Forbidden' {
  if (httpStatus === 401) return 'SessionExpired'
  if (httpStatus === 403) return 'Forbidden'
  if (httpStatus === 404) return 'EndpointNotFound'
  if (httpStatus === 408 || httpStatus === 504) return 'Timeout'
  if (httpStatus === 429) return 'Throttling'
  return httpStatus >= 500 ? 'BadGateway' : 'BadRequest'
}

/** What an error is made from; `kind` and `retry` follow from it. */
export interface CccErrorFields {
  /** The cloud's code, or one of {@link CccLocalCode}. */
  code: string
  /** For engineers and logs; what an agent reads is chosen by `kind`. */
  message: string
  /** The cloud's request id, `''` if the cloud was not reached. */
  requestId?: string
  /** Status of the HTTP answer, 0 without one. */
  httpStatus?: number
  /** The error behind it, such as that of `fetch`. */
  cause?: unknown
}

/**
 * Everything that can go wrong between the widget and the cloud.
 *
 * @example
 * const hasToSignIn = (error: unknown) => error instanceof CccError && error.kind === 'session'
 */
export class CccError extends Error {
  override readonly name = 'CccError'
  /** The cloud's code, such as `NotExists.InstanceId`, or one of {@link CccLocalCode}. */
  readonly code: string
  /** The cloud's request id, which its support asks for; `''` if the cloud was not reached. */
  readonly requestId: string
  /** Status of the HTTP answer, 0 without one. */
  readonly httpStatus: number
  /** What went wrong, from `code` and `httpStatus`; decides what the agent reads. */
  readonly kind: CccErrorKind
  /** When the same request may succeed. */
  readonly retry: CccRetry

  constructor({ code, message, requestId = '', httpStatus = 0, cause }: CccErrorFields) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.requestId = requestId
    this.httpStatus = httpStatus
    this.kind = kindOf(code, httpStatus)
    this.retry = soon.includes(this.kind) ? 'soon' : later.includes(this.kind) ? 'later' : 'never'
  }

  /** Whether sending the same request again can help; {@link CccRetry} says how soon. */
  get retryable(): boolean {
    return this.retry !== 'never'
  }
}
