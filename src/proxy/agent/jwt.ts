import { errors } from 'jose'
import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import { isLoopback } from '../address.ts'
import type { Observe } from '../event.ts'
import type { Incoming } from '../incoming.ts'
import { Refusal } from '../refusal.ts'
import {
  type Agent,
  type Authenticate,
  type HeaderAuthenticate,
  skillGroupIds,
  userId,
} from './agent.ts'
import { type KeyFetch, verifyByKeySet } from './keySet.ts'
import { createKnownTokens } from './knownTokens.ts'
import { SECRET_LENGTH, verifyBySecrets } from './secrets.ts'
import { tokenOf } from './token.ts'

/** What a token has to be. */
export interface JwtOptions {
  /**
   * The `secret` shared with the signer (HS256, HS384, HS512; 32 characters at least), or the `https` address of the
   * signer's public keys, `jwksUrl`. While secrets are changed, `secrets` returns all that are valid; the same array until
   * they change again.
   */
  key: { secret: string } | { secrets: () => readonly string[] } | { jwksUrl: string }
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
  /** Fetches the keys. Default: the global `fetch`. */
  fetch?: KeyFetch
  /** Told when old keys begin to serve because the key server is down, and when they cease to. */
  observe?: Observe
}

/** Seconds by which the clocks of signer and proxy may differ. */
const CLOCK_TOLERANCE = 5

/**
 * Identifies agents by a JSON Web Token: its `sub` is the user id in the call center, and it must expire.
 *
 * @example
 * const authenticate = createJwtAuthentication({
 *   key: { jwksUrl: 'https://login.example/keys' },
 *   issuer: 'https://login.example',
 *   audience: 'outbound-number-picker',
 * })
 *
 * @throws {TypeError} for options that would let anybody in
 * @throws {CccError} when called: `Unauthenticated.NoToken`, `.TokenExpired`, `.TokenInvalid` (401),
 * `Forbidden.Origin` (403), `AuthenticationUnavailable` (503) if the keys cannot be fetched
 */
export function createJwtAuthentication(options: JwtOptions): Authenticate {
  requireSafe(options)
  const { issuer, audience, cookie, groupsClaim = 'skill_groups' } = options
  const known = createKnownTokens()
  const secrets = secretsOf(options)
  const verify = secrets ? verifyBySecrets(secrets) : verifyByKeys(options)
  const expected = {
    issuer,
    audience,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE,
  }

  async function byHeaders(header: Incoming['header']): Promise<Agent> {
    const token = tokenOf(header, cookie)
    if (token === null) throw noToken(cookie)
    const by = secrets?.()
    const proven = known.find(token, by)
    if (proven) return proven
    try {
      const { payload } = await verify(token, expected)
      const agent = readClaims(payload, groupsClaim)
      known.add(token, by, agent, payload.exp ?? 0)
      return agent
    } catch (cause) {
      throw cause instanceof CccError ? cause : whyNot(cause)
    }
  }

  const byRequest: Authenticate = ({ headers }) =>
    byHeaders((name) => headers.get(name) ?? undefined)
  const authenticate: HeaderAuthenticate = Object.assign(byRequest, { byHeaders })
  return authenticate
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
  } else if ('jwksUrl' in key && !isKeysAddress(key.jwksUrl)) {
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

/** The same array until the secrets change; null if tokens are checked with public keys. */
function secretsOf({ key }: JwtOptions): (() => readonly string[]) | null {
  if ('secrets' in key) return key.secrets
  if (!('secret' in key)) return null
  const secrets = [key.secret]
  return () => secrets
}

function verifyByKeys({ key, keysTimeout = 3000, fetch = globalThis.fetch, observe }: JwtOptions) {
  const url = new URL('jwksUrl' in key ? key.jwksUrl : '')
  return verifyByKeySet(url, { timeout: keysTimeout, fetch, observe })
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

const invalidToken = 'Bearer error="invalid_token"'

function noToken(cookie: string | undefined): Refusal {
  const inCookie = cookie === undefined ? '' : ` or in the cookie ${cookie}`
  const message = `Nobody is signed in: send a token as Authorization: Bearer${inCookie}.`
  return unauthenticated('Unauthenticated.NoToken', message, 'Bearer')
}

function whyNot(cause: unknown): Refusal {
  if (cause instanceof errors.JWTExpired) {
    const message = 'The token has expired: sign in again.'
    return unauthenticated('Unauthenticated.TokenExpired', message, invalidToken)
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
  return unauthenticated('Unauthenticated.TokenInvalid', message, invalidToken, why)
}

function unauthenticated(
  code: string,
  message: string,
  challenge: string,
  reason?: string,
): Refusal {
  return new Refusal({ code, message, httpStatus: 401 }, { 'WWW-Authenticate': challenge }, reason)
}
