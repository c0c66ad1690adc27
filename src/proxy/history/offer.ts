import { hkdfSync } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import * as v from 'valibot'
import { Refusal } from '../refusal.ts'

/** What was just offered to an agent, and what they may therefore learn about. */
export interface Offer {
  id: string
  /** In national form. */
  callee: string
  /** In national form, the cloud's first choice first. */
  callers: readonly string[]
}

export interface Offers {
  /** A text that is opened for this agent alone, for ten minutes; null while there is no secret to sign with. */
  seal(agent: string, callee: string, callers: readonly string[]): Promise<string | null>
  /** @throws {Refusal} `Forbidden.Offer` (403) for what was not sealed here for this agent, or long ago */
  open(sealed: string, agent: string): Promise<Offer>
}

const claims = v.object({
  jti: v.string(),
  agent: v.string(),
  callee: v.string(),
  callers: v.array(v.string()),
})
type Claims = v.InferOutput<typeof claims> & JWTPayload

/** An agent who looks at a customer for longer picks again. */
const KEPT = '10m'
/** Seconds by which the clocks of replicas may differ. */
const CLOCK_TOLERANCE = 5
const ALGORITHM = 'HS256'

/**
 * Signs offers. Replicas with the same secret open each other's.
 *
 * @param secrets returns those that are valid now, the newest first, and the same array until they change. They may be
 * those of the agents' tokens: the keys made from them open nothing but offers.
 */
export function createOffers(instanceId: string, secrets: () => readonly string[]): Offers {
  let of: readonly string[] = []
  let keys: readonly CryptoKey[] = []

  async function keysNow(): Promise<readonly CryptoKey[]> {
    const now = secrets()
    if (of !== now) {
      keys = await Promise.all(now.map((secret) => keyOf(secret, instanceId)))
      of = now
    }
    return keys
  }

  return {
    async seal(agent, callee, callers) {
      const [newest] = await keysNow()
      if (!newest) return null
      const offer: Claims = { jti: crypto.randomUUID(), agent, callee, callers: [...callers] }
      const jwt = new SignJWT(offer).setProtectedHeader({ alg: ALGORITHM })
      return jwt.setExpirationTime(KEPT).sign(newest)
    },
    async open(sealed, agent) {
      const found = v.safeParse(claims, await verify(sealed, await keysNow()))
      if (!found.success) throw forged()
      const { jti: id, callee, callers } = found.output
      if (found.output.agent !== agent) throw another('agent')
      return { id, callee, callers }
    },
  }
}

function keyOf(secret: string, instanceId: string): Promise<CryptoKey> {
  const bytes = hkdfSync('sha256', secret, '', `outbound-number-picker offer ${instanceId}`, 32)
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', bytes, hmac, false, ['sign', 'verify'])
}

async function verify(sealed: string, keys: readonly CryptoKey[]): Promise<JWTPayload> {
  const expected = {
    algorithms: [ALGORITHM],
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE,
  }
  for (const key of keys) {
    try {
      return (await jwtVerify(sealed, key, expected)).payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired()
    }
  }
  throw forged()
}

/** For an offer that was made for another agent, or for another callee. */
export function another(whom: 'agent' | 'callee'): Refusal {
  return refused(`It was made for another ${whom}`, `another ${whom}`)
}

function expired(): Refusal {
  return refused('It is older than ten minutes', 'expired')
}

function forged(): Refusal {
  return refused('This proxy did not make it', 'not signed here')
}

function refused(why: string, reason: string): Refusal {
  const message = `The offer is not accepted. ${why}: send the Offer of a new pick.`
  return new Refusal({ code: 'Forbidden.Offer', message, httpStatus: 403 }, {}, `offer: ${reason}`)
}
