import { CccError } from '../../ccc/index.ts'
import type { Incoming } from '../incoming.ts'
import { maskNumbers } from '../masking.ts'

const READABLE = [
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-Request-Id',
].join(',')

/**
 * Lets only pages of this host and of the listed origins call. Requests without an `Origin` come from
 * programs, or from the proxy's own pages by GET, and pass, unless the browser says that another site caused
 * them, as with a link or an image.
 *
 * @returns the headers with which the browser lets a page of another origin read the answer
 * @throws {CccError} `Forbidden.Origin` (403)
 */
export function admitOrigin(
  { url, header }: Incoming,
  allowed: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const origin = header('origin')
  if (origin === undefined) {
    const site = header('sec-fetch-site')
    if (site === 'cross-site' || site === 'same-site') throw forbiddenOrigin('another site')
    return {}
  }
  if (isHost(origin, url.host)) return {}
  if (!allowed.has(origin)) {
    throw forbiddenOrigin(JSON.stringify(maskNumbers(origin.slice(0, 100))))
  }
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': READABLE,
    Vary: 'Origin',
  }
}

/**
 * The headers that answer a browser's question whether a page may send a call; null if it is no such question.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function preflightHeaders({
  method,
  header,
}: Incoming): Readonly<Record<string, string>> | null {
  if (method !== 'OPTIONS' || header('access-control-request-method') === undefined) return null
  const wanted = header('access-control-request-headers')
  return {
    'Access-Control-Allow-Methods': 'GET,POST',
    'Access-Control-Max-Age': '600',
    ...(wanted !== undefined && { 'Access-Control-Allow-Headers': wanted }),
    Vary: 'Origin, Access-Control-Request-Headers',
  }
}

function forbiddenOrigin(origin: string): CccError {
  return new CccError({
    code: 'Forbidden.Origin',
    message:
      `Pages of ${origin} may not call this proxy: ` +
      'add that origin to allowedOrigins (PROXY_ALLOWED_ORIGINS).',
    httpStatus: 403,
  })
}

/** The scheme is not compared: if TLS ends in front of the proxy, the proxy does not know the scheme. */
function isHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
