import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify } from 'jose'
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
  seal(agent: string, offer: Offer): string | null
  /** @throws {Refusal} `Forbidden.Offer` (403) for what was not sealed here for this agent, or long ago */
  open(sealed: string, agent: string): Promise<Offer>
}

const claims = v.object({
  jti: v.string(),
  agent: v.string(),
  callee: v.string(),
  callers: v.array(v.string()),
})
type Claims = v.InferOutput<typeof claims> & { exp: number }

/** Seconds; an agent who looks at a customer for longer picks again. */
const KEPT = 10 * 60
/** Seconds by which the clocks of replicas may differ. */
const CLOCK_TOLERANCE = 5
const HEADER = encode({ alg: 'HS256' })

/**
 * Signs offers. Replicas with the same secret open each other's.
 *
 * @param secrets returns those that are valid now, the newest first, and the same array until they change. They may be
 * those of the agents' tokens: the keys made from them open nothing but offers.
 */
export function createOffers(instanceId: string, secrets: () => readonly string[]): Offers {
  let of: readonly string[] = []
  let keys: readonly KeyObject[] = []

  function keysNow(): readonly KeyObject[] {
    if (of !== secrets()) {
      of = secrets()
      keys = of.map((secret) => keyOf(secret, instanceId))
    }
    return keys
  }

  return {
    seal(agent, { id, callee, callers }) {
      const [newest] = keysNow()
      if (!newest) return null
      const exp = Math.floor(Date.now() / 1000) + KEPT
      return sign({ jti: id, agent, callee, callers: [...callers], exp }, newest)
    },
    async open(sealed, agent) {
      const found = v.safeParse(claims, await verify(sealed, keysNow()))
      if (!found.success) throw forged()
      const { jti: id, callee, callers } = found.output
      if (found.output.agent !== agent) throw another('agent')
      return { id, callee, callers }
    },
  }
}

function keyOf(secret: string, instanceId: string): KeyObject {
  const bytes = hkdfSync('sha256', secret, '', `outbound-number-picker offer ${instanceId}`, 32)
  return createSecretKey(Buffer.from(bytes))
}

/** Makes a JWT at once: jose would sign it in another thread, which takes a tenth of a pick's time. */
function sign(offer: Claims, key: KeyObject): string {
  const text = `${HEADER}.${encode(offer)}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

async function verify(sealed: string, keys: readonly KeyObject[]): Promise<JWTPayload> {
  const expected = {
    algorithms: ['HS256'],
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
