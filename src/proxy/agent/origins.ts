import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { CccError } from '../../ccc/index.ts'
import { maskNumbers } from '../masking.ts'

/**
 * Lets only pages of this host and of the listed origins call. Requests without an `Origin` come from
 * programs, or from the proxy's own pages by GET, and pass, unless the browser says that another site caused
 * them, as with a link or an image.
 *
 * @throws {CccError} `Forbidden.Origin` (403)
 */
export function guardOrigin(allowed: ReadonlySet<string>): MiddlewareHandler {
  const crossOrigin = cors({
    origin: [...allowed],
    allowMethods: ['GET', 'POST'],
    credentials: true,
    exposeHeaders: [
      'RateLimit-Limit',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'Retry-After',
      'X-Request-Id',
    ],
    maxAge: 600,
  })
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined) {
      const site = c.req.header('sec-fetch-site')
      if (site === 'cross-site' || site === 'same-site') throw forbiddenOrigin('another site')
      return next()
    }
    if (isHost(origin, new URL(c.req.url).host)) return next()
    if (allowed.has(origin)) return crossOrigin(c, next)
    throw forbiddenOrigin(JSON.stringify(maskNumbers(origin.slice(0, 100))))
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
