import { timingSafeEqual } from 'node:crypto'
import { CloudError } from '../model/index.ts'
import type { SignedCall } from './signedCall.ts'

/** A `secret`, or one with whether its key may still be used (`active`, default true). */
export type MockCloudSecret = string | { secret: string; active?: boolean }

const API_VERSION = '2020-07-01'
const FRESH_FOR = 15 * 60_000

/** Admits calls that are signed with a known key, fresh, and not seen before; throws otherwise. */
export function createGatekeeper(
  accessKeys: Readonly<Record<string, MockCloudSecret>>,
  now: () => number,
): (call: SignedCall) => void {
  const seenUntil = new Map<string, number>()

  function forgetStaleNonces(): void {
    for (const [nonce, until] of seenUntil) {
      // They are in order of arrival: those that follow are about as fresh.
      if (until >= now()) return
      seenUntil.delete(nonce)
    }
  }

  return (call) => {
    const secret = activeSecret(accessKeys, call.accessKeyId)
    // Written so that an unreadable date, which compares as false, is not fresh.
    if (!(Math.abs(now() - call.signedAt) <= FRESH_FOR)) {
      throw new CloudError('InvalidTimeStamp.Expired')
    }
    if (!equalInConstantTime(call.given, call.signWith(secret))) {
      throw new CloudError('SignatureDoesNotMatch', call.stringToSign)
    }

    forgetStaleNonces()
    const nonce = `${call.accessKeyId}/${call.nonce}`
    if (seenUntil.has(nonce)) throw new CloudError('SignatureNonceUsed')
    // A date may lie ahead of the clock: the nonce outlives the date's freshness, not its own.
    seenUntil.set(nonce, call.signedAt + FRESH_FOR)

    if (call.version !== API_VERSION) throw new CloudError('InvalidVersion')
  }
}

function activeSecret(accessKeys: Readonly<Record<string, MockCloudSecret>>, id: string): string {
  const key = Object.hasOwn(accessKeys, id) ? accessKeys[id] : undefined
  if (key === undefined) throw new CloudError('InvalidAccessKeyId.NotFound')
  if (typeof key === 'string') return key
  if (key.active === false) throw new CloudError('InvalidAccessKeyId.Inactive')
  return key.secret
}

function equalInConstantTime(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
