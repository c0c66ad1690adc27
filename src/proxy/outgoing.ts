import type { CccError } from '../ccc/index.ts'
import { Refusal } from './refusal.ts'

/** An answer to a browser, before it is written to whichever server the request came through. */
export interface Outgoing {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
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

const jsonHeaders = { ...safeHeaders, 'Content-Type': 'application/json; charset=utf-8' }

/** A success of the proxy's own, in the cloud's envelope. */
export const okEnvelope = JSON.stringify({
  Code: 'OK',
  Message: '',
  RequestId: '',
  HttpStatusCode: 200,
})

export function jsonAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Outgoing {
  return { status, headers: { ...headers, ...jsonHeaders }, body }
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
): Outgoing {
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

/** Writes an answer as a web-standard response. */
export function responseOf({ status, headers, body }: Outgoing, method: string): Response {
  const without = method === 'HEAD' || status === 204
  return new Response(without ? null : body, { status, headers })
}
