import { CccError } from '../../ccc/index.ts'
import type { Incoming } from '../incoming.ts'

type Header = Incoming['header']

/**
 * The token of a request, from `Authorization: Bearer` or else from a cookie; null if there is none.
 *
 * A browser sends a cookie whichever page makes the call. So a cookie is accepted only if the browser also
 * says which page calls; the proxy has already refused pages of origins that are not allowed.
 *
 * @throws {CccError} `Forbidden.Origin` (403)
 */
export function tokenOf(header: Header, cookie: string | undefined): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1]
  return bearer ?? (cookie === undefined ? null : cookieOf(header, cookie))
}

function cookieOf(header: Header, name: string): string | null {
  const token = header('cookie')
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .replace(/^"(.*)"$/, '$1')
  if (!token) return null
  const ownPage = header('origin') !== undefined || header('sec-fetch-site') === 'same-origin'
  if (ownPage) return token
  throw new CccError({
    code: 'Forbidden.Origin',
    message:
      'The token came in a cookie, and the browser does not say which page sent it: ' +
      'call from a page, by fetch, or send the token as Authorization: Bearer.',
    httpStatus: 403,
  })
}
