import { createLocalJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import type { Observe } from '../event.ts'
import { readText } from '../incoming.ts'
import type { Verify } from './secrets.ts'

/** As much of `fetch` as getting keys takes: `headers` and a `signal` go in, the `status` and a `body` come out. */
export type KeyFetch = (
  url: URL,
  init: { headers: Record<string, string>; redirect: 'manual'; signal: AbortSignal },
) => Promise<{ status: number; body: AsyncIterable<Uint8Array> | null }>

export interface KeySetOptions {
  /** Milliseconds that fetching the keys may take. */
  timeout: number
  fetch: KeyFetch
  observe?: Observe | undefined
  /** Returns milliseconds. */
  now?: () => number
}

/** Milliseconds for which keys are used without fetching them again. */
const FRESH = 10 * 60_000
/** Milliseconds for which old keys serve while the key server is down. */
const STALE = 24 * 60 * 60_000
/** Milliseconds between two fetches. */
const PAUSE = 1000
/** Bytes; a set has a few keys of some hundred bytes each. */
const LARGEST = 256 * 1024

/** Listed one by one, so that a public key is never used as a shared secret. */
const ALGORITHMS = [
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

const jwks = v.looseObject({ keys: v.array(v.looseObject({ kty: v.string() })) })

/**
 * Checks tokens with the public keys at an address. They are fetched again every ten minutes, and when a token names a
 * key that is not among them, as after a rotation; at most once a second, because anybody can send such a token. While
 * the key server is down, the keys that are known serve for up to a day.
 *
 * @throws {CccError} when called: `AuthenticationUnavailable` (503) if there are no keys, or none of the token's name
 * and the key server is down
 */
export function verifyByKeySet(url: URL, options: KeySetOptions): Verify {
  const key = createKeySet(url, options)
  return (token, expected) => jwtVerify(token, key, { ...expected, algorithms: [...ALGORITHMS] })
}

function createKeySet(url: URL, options: KeySetOptions): JWTVerifyGetKey {
  const { observe = () => {}, now = Date.now } = options
  let known: { find: ReturnType<typeof createLocalJWKSet>; since: number } | null = null
  let lastFetch = Number.NEGATIVE_INFINITY
  let fetching: Promise<void> | null = null
  let stale = false

  /** Fetches the keys as soon as that is allowed; all who wait share one fetch. */
  function renew(): Promise<void> {
    fetching ??= fetchKeys().finally(() => {
      fetching = null
    })
    return fetching
  }

  async function fetchKeys(): Promise<void> {
    const pause = lastFetch + PAUSE - now()
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    lastFetch = now()
    try {
      known = { find: createLocalJWKSet(await readKeys(url, options)), since: now() }
      become(false)
    } catch (cause) {
      if (known) become(true)
      throw unavailable(cause)
    }
  }

  function become(next: boolean): void {
    if (stale !== next) observe({ type: 'keys', stale: next })
    stale = next
  }

  return async (header, token) => {
    if (!known || now() - known.since >= STALE) await renew()
    // Nobody waits for keys that are only being confirmed.
    else if (now() - known.since >= FRESH && now() - lastFetch >= PAUSE) renew().catch(() => {})
    try {
      return await found(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await renew()
      return found(header, token)
    }
  }

  async function found(...parameters: Parameters<JWTVerifyGetKey>) {
    if (!known) throw unavailable()
    return known.find(...parameters)
  }
}

async function readKeys(url: URL, { fetch, timeout }: KeySetOptions) {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  })
  if (answer.status !== 200) throw new Error(`The key server answered HTTP ${answer.status}.`)
  const text = await readText(answer.body ?? [], LARGEST)
  if (text === null) throw new Error(`The keys are longer than ${LARGEST} bytes.`)
  return v.parse(jwks, JSON.parse(text))
}

function unavailable(cause?: unknown): CccError {
  return new CccError({
    code: 'AuthenticationUnavailable',
    message: 'The keys that tokens are checked with cannot be had now: try again.',
    httpStatus: 503,
    cause,
  })
}
