import { CccError, type CccErrorFields } from '../ccc/index.ts'

/** A refusal with additional headers, such as `Retry-After`. */
export class Refusal extends CccError {
  readonly headers: Readonly<Record<string, string>>
  /** Why, for the log, if the code does not say it: in the proxy's own words, without anything that was sent. */
  readonly reason: string | undefined

  constructor(fields: CccErrorFields, headers: Readonly<Record<string, string>>, reason?: string) {
    super(fields)
    this.headers = headers
    this.reason = reason
  }
}

/** A request that does not follow the protocol: HTTP 400. The message says what to send instead. */
export function badRequest(message: string): CccError {
  return new CccError({ code: 'BadRequest', message, httpStatus: 400 })
}

/** An answer of the cloud that cannot be understood: HTTP 502. */
export function unreadableAnswer(message: string, requestId: string): CccError {
  return new CccError({ code: 'UnreadableAnswer', message, requestId, httpStatus: 502 })
}

/** The browser left before it was answered. Nobody reads this answer; logs get its own status. */
export function browserGone(): CccError {
  const message = 'The browser closed the connection before it was answered.'
  return new CccError({ code: 'ConnectionLost', message, httpStatus: 499 })
}

/**
 * A refusal in the cloud's own envelope, so that callers know one form of error only.
 *
 * @param ownRequestId used if the cloud gave no request id: agents can quote it to whoever reads the log
 */
export function refusalAnswer(
  refusal: CccError,
  headers: Readonly<Record<string, string>> = {},
  ownRequestId = '',
): Response {
  const { code, message, requestId, httpStatus } = refusal
  const envelope = {
    Code: code,
    Message: message,
    RequestId: requestId || ownRequestId,
    HttpStatusCode: httpStatus,
  }
  const own = refusal instanceof Refusal ? refusal.headers : {}
  return jsonAnswer(httpStatus, JSON.stringify(envelope), { ...headers, ...own })
}

/**
 * No answer is a page. No other page may embed one, and no browser may guess another content type.
 *
 * @see https://owasp.org/www-project-secure-headers/ for those of an API
 */
export const safeHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export function jsonAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status,
    headers: { ...headers, ...safeHeaders, 'Content-Type': 'application/json; charset=utf-8' },
  })
}

const LONGEST_QUOTE = 40

/**
 * Quotes something from a request in a message: shortened, and with digits masked, because a number in the
 * wrong place is still a customer's number.
 */
export function quote(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_QUOTE)]
  const start = characters.slice(0, LONGEST_QUOTE).join('').replace(/\p{N}/gu, '*')
  return JSON.stringify(characters.length > LONGEST_QUOTE ? `${start}…` : start)
}
