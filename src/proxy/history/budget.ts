import { LRUCache } from 'lru-cache'
import pLimit, { type LimitFunction } from 'p-limit'
import type { Offer } from './offer.ts'

/** Makes a call to the cloud in its turn; null without making it if history may cost no more now. */
export type Spend = <Result>(call: () => Promise<Result>) => Promise<Result | null>

const AT_ONCE = 4
const MOST_PICKS = 10_000

interface Allowance {
  left: number
  inTurn: LimitFunction
}

/**
 * Limits what history costs: each pick one call to the cloud and two for each caller, four of them at a time; and all
 * picks together what `takeOfInstance` lets them.
 *
 * @param takeOfInstance resolves to whether the instance may make one more call now
 */
export function createBudget(takeOfInstance: () => Promise<boolean>): (offer: Offer) => Spend {
  const picks = new LRUCache<string, Allowance>({ max: MOST_PICKS })

  function allowanceOf({ id, callers }: Offer): Allowance {
    const known = picks.get(id)
    if (known) return known
    const allowance = { left: 1 + 2 * callers.length, inTurn: pLimit(AT_ONCE) }
    picks.set(id, allowance)
    return allowance
  }

  return (offer) => {
    const allowance = allowanceOf(offer)
    return (call) =>
      allowance.inTurn(async () => {
        if (allowance.left === 0) return null
        allowance.left -= 1
        if (await takeOfInstance()) return call()
        allowance.left += 1
        return null
      })
  }
}
