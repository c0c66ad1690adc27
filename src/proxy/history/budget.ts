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

interface Account extends Allowance {
  /** How many callers the pick has offered, as far as is known: each is worth two calls. */
  offered: number
}

const AT_ONCE = 4
const MOST_PICKS = 10_000

/**
 * Limits what history costs: each pick one call to the cloud and two for each caller, four of them at a time; and all
 * picks together what `takeOfInstance` lets them. Before a pick is answered, it has offered no caller yet.
 *
 * @param takeOfInstance resolves to whether the instance may make one more call now
 */
export function createBudget(
  takeOfInstance: () => Promise<boolean>,
): (pick: Pick<Offer, 'id' | 'callers'>) => Allowance {
  const accounts = new LRUCache<string, Account>({ max: MOST_PICKS })

  function open(): Account {
    let spent = 0
    const account: Account = {
      offered: 0,
      inTurn: pLimit(AT_ONCE),
      async spend(call) {
        if (spent >= 1 + 2 * account.offered) return null
        spent += 1
        if (await takeOfInstance()) return call()
        spent -= 1
        return null
      },
    }
    return account
  }

  return ({ id, callers }) => {
    const account = accounts.get(id) ?? open()
    account.offered = callers.length
    accounts.set(id, account)
    return account
  }
}
