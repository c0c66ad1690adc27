import { createSecretKey } from 'node:crypto'
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import { isLoopback } from '../address.ts'
import type { Incoming } from '../incoming.ts'
import { Refusal } from '../refusal.ts'
import {
  type Agent,
  type Authenticate,
  type HeaderAuthenticate,
  skillGroupIds,
  userId,
} from './agent.ts'

export interface JwtOptions {
  /** The secret shared with the signer (HS256, HS384, HS512), or the address of the signer's public keys. */
  key: { secret: string } | { jwksUrl: string }
  /** The `iss` claim that a token must carry. */
  issuer: string
  /** The `aud` claim that a token must carry. */
  audience: string
  /** Cookie that carries the token if the header `Authorization: Bearer` does not. Default: none. */
  cookie?: string | undefined
  /**
   * Claim that limits the agent's skill groups: an array of ids, or ids separated by blanks. Default
   * `skill_groups`. If a token has no such claim, the groups are those that the call center lists.
   */
  groupsClaim?: string | undefined
  /** Milliseconds that fetching the keys may take. Default 3000. */
  keysTimeout?: number
}

/** Listed one by one, so that a public key is never used as a shared secret, and `none` is never accepted. */
const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const
const KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const

/** Minimum characters of a secret: as many as the shortest of the hashes has bytes. */
export const SECRET_LENGTH = 32

/** Seconds by which the clocks of signer and proxy may differ. */
const CLOCK_TOLERANCE = 5

/**
 * Identifies agents by a JSON Web Token: its `sub` is the user id in the call center, and it must expire.
 *
 * A browser sends a cookie whichever page makes the call. So a cookie is accepted only if the browser also
 * says which page calls; `createProxyHandler` has already refused pages of origins that are not allowed.
 *
 * @throws {TypeError} for options that would let anybody in
 * @throws {CccError} when called: `Unauthenticated.NoToken`, `.TokenExpired`, `.TokenInvalid` (401),
 * `Forbidden.Origin` (403), `AuthenticationUnavailable` (503) if the keys cannot be fetched
 */
export function createJwtAuthentication(options: JwtOptions): HeaderAuthenticate {
  requireSafe(options)
  const { issuer, audience, cookie, groupsClaim = 'skill_groups' } = options
  const { key, algorithms } = readKey(options)
  const expected = {
    issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE,
  }

  const known = createKnownTokens()

  async function byHeaders(header: Incoming['header']): Promise<Agent> {
    const token = bearerOf(header) ?? (cookie === undefined ? null : cookieOf(header, cookie))
    if (token === null) throw noToken(cookie)
    const proven = known.find(token)
    if (proven) return proven
    try {
      const { payload } = await jwtVerify(token, key, expected)
      const agent = readClaims(payload, groupsClaim)
      known.add(token, agent, payload.exp ?? 0)
      return agent
    } catch (cause) {
      throw cause instanceof CccError ? cause : whyNot(cause)
    }
  }

  const byRequest: Authenticate = ({ headers }) =>
    byHeaders((name) => headers.get(name) ?? undefined)
  return Object.assign(byRequest, { byHeaders })
}

/** A program without types may pass `undefined`, which would match any token. */
function requireSafe({ key, issuer, audience }: JwtOptions): void {
  const fault = (message: string) => new TypeError(`createJwtAuthentication: ${message}`)
  if (!issuer) throw fault('issuer is empty. Name who signs the tokens, as their claim iss does.')
  if (!audience) throw fault('audience is empty. Name whom the tokens are for, as their claim aud.')
  if ('secret' in key) {
    if (key.secret.length < SECRET_LENGTH) {
      throw fault(`key.secret is too short. Use ${SECRET_LENGTH} characters at least.`)
    }
  } else if (!isKeysAddress(key.jwksUrl)) {
    throw fault(`key.jwksUrl is ${JSON.stringify(key.jwksUrl)}. Pass ${KEYS_ADDRESS}`)
  }
}

/** What the keys' address must be, so that nobody can replace the keys on the way. */
export const KEYS_ADDRESS = 'an https:// address, or http:// on this machine.'

export function isKeysAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Milliseconds for which a verified token is not verified again. */
const PROVEN = 30_000
const MOST_TOKENS = 10_000

/** An agent's desktop sends the same token with every call, and verifying it takes longer than all the rest. */
function createKnownTokens() {
  const tokens = new Map<string, { agent: Agent; until: number }>()
  return {
    find(token: string): Agent | null {
      const known = tokens.get(token)
      return known && Date.now() < known.until ? known.agent : null
    },
    /** @param expires seconds since 1970 */
    add(token: string, agent: Agent, expires: number): void {
      tokens.delete(token)
      const [oldest] = tokens.keys()
      if (tokens.size >= MOST_TOKENS && oldest !== undefined) tokens.delete(oldest)
      tokens.set(token, { agent, until: Math.min(Date.now() + PROVEN, expires * 1000) })
    },
  }
}

function readKey({ key, keysTimeout = 3000 }: JwtOptions) {
  if ('secret' in key) {
    const secret = createSecretKey(Buffer.from(key.secret))
    return { key: (async () => secret) satisfies JWTVerifyGetKey, algorithms: SECRET_ALGORITHMS }
  }
  const keys = createRemoteJWKSet(new URL(key.jwksUrl), { timeoutDuration: keysTimeout })
  const find: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keys(header, token)
    } catch (cause) {
      const unknownKey =
        cause instanceof errors.JWKSNoMatchingKey ||
        cause instanceof errors.JWKSMultipleMatchingKeys ||
        cause instanceof errors.JOSENotSupported
      throw unknownKey ? cause : keysUnavailable(cause)
    }
  }
  return { key: find, algorithms: KEY_ALGORITHMS }
}

function bearerOf(header: Incoming['header']): string | null {
  return /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1] ?? null
}

function cookieOf(header: Incoming['header'], name: string): string | null {
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

const claims = v.object({
  sub: userId,
  groups: v.optional(
    v.union([
      skillGroupIds,
      v.pipe(
        v.string(),
        v.transform((text) => text.split(/\s+/).filter((id) => id !== '')),
      ),
    ]),
  ),
})

function readClaims(payload: Readonly<Record<string, unknown>>, groupsClaim: string): Agent {
  const found = v.safeParse(claims, { sub: payload.sub, groups: payload[groupsClaim] })
  if (!found.success) {
    const named = found.issues.some((issue) => v.getDotPath(issue) === 'sub') ? 'sub' : groupsClaim
    throw invalid(`its claim ${named} is not what it should be`)
  }
  return { userId: found.output.sub, skillGroupIds: found.output.groups }
}

function noToken(cookie: string | undefined): Refusal {
  const inCookie = cookie === undefined ? '' : ` or in the cookie ${cookie}`
  const message = `Nobody is signed in: send a token as Authorization: Bearer${inCookie}.`
  return unauthenticated('NoToken', message, 'Bearer')
}

function whyNot(cause: unknown): Refusal {
  if (cause instanceof errors.JWTExpired) {
    const message = 'The token has expired: sign in again.'
    return unauthenticated('TokenExpired', message, 'Bearer error="invalid_token"')
  }
  // The library's own messages are not shown: some quote the token.
  if (cause instanceof errors.JWTClaimValidationFailed) {
    const claim = /^\w{1,20}$/.test(cause.claim) ? cause.claim : 'set'
    return invalid(`its claim ${claim} is not the expected one`)
  }
  if (cause instanceof errors.JOSEAlgNotAllowed) return invalid('its algorithm is not allowed')
  return invalid('its signature or form is wrong')
}

function invalid(why: string): Refusal {
  const message = `The token is not accepted: ${why}.`
  return unauthenticated('TokenInvalid', message, 'Bearer error="invalid_token"', why)
}

function unauthenticated(
  what: string,
  message: string,
  challenge: string,
  reason?: string,
): Refusal {
  return new Refusal(
    { code: `Unauthenticated.${what}`, message, httpStatus: 401 },
    { 'WWW-Authenticate': challenge },
    reason,
  )
}

function keysUnavailable(cause: unknown): CccError {
  return new CccError({
    code: 'AuthenticationUnavailable',
    message: 'The keys that tokens are checked with cannot be had now: try again.',
    httpStatus: 503,
    cause,
  })
}
