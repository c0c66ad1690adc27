import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { CccError } from '../ccc/index.ts'

/**
 * Lets pages of this host and of the listed origins call, and nobody else's. Requests without an
 * `Origin` come from programs or from plain navigation, and pass.
 *
 * @throws {CccError} `Forbidden.Origin` (403)
 */
export function guardOrigin(allowed: ReadonlySet<string>): MiddlewareHandler {
  const crossOrigin = cors({
    origin: [...allowed],
    allowMethods: ['GET', 'POST'],
    credentials: true,
    maxAge: 600,
  })
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined || isHost(origin, new URL(c.req.url).host)) return next()
    if (allowed.has(origin)) return crossOrigin(c, next)
    throw new CccError({
      code: 'Forbidden.Origin',
      message:
        `Pages of ${JSON.stringify(origin.slice(0, 100))} may not call this proxy: ` +
        'add that origin to allowedOrigins (PROXY_ALLOWED_ORIGINS).',
      httpStatus: 403,
    })
  }
}

/** The scheme is not compared: where TLS ends before the proxy, the proxy does not know it. */
function isHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
