import { LRUCache } from 'lru-cache'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Offer } from './offer.ts'

/** What one pick may still cost. */
export interface Allowance {
  /** Four at a time learn something, each with one call after the other. */
  inTurn: LimitFunction
  /** Makes a call to the cloud; null without making it if history may cost no more now. */
  spend<Result>(call: () => Promise<Result>): Promise<Result | null>
}

const AT_ONCE = 4
const MOST_PICKS = 10_000

/**
 * Limits what history costs: each pick one call to the cloud and two for each caller, four of them at a time; and all
 * picks together what `takeOfInstance` lets them.
 *
 * @param takeOfInstance resolves to whether the instance may make one more call now
 */
export function createBudget(takeOfInstance: () => Promise<boolean>): (offer: Offer) => Allowance {
  const picks = new LRUCache<string, Allowance>({ max: MOST_PICKS })

  function allowanceFor({ callers }: Offer): Allowance {
    let left = 1 + 2 * callers.length
    return {
      inTurn: pLimit(AT_ONCE),
      async spend(call) {
        if (left === 0) return null
        left -= 1
        if (await takeOfInstance()) return call()
        left += 1
        return null
      },
    }
  }

  return (offer) => {
    const allowance = picks.get(offer.id) ?? allowanceFor(offer)
    picks.set(offer.id, allowance)
    return allowance
  }
}
