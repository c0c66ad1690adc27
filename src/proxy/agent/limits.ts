import type { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible'
import * as v from 'valibot'
import { historyActions } from '../call/index.ts'
import type { LimitScope, Observe } from '../event.ts'
import { Refusal } from '../refusal.ts'
import { type Sharing, watchSharing } from './sharing.ts'

/** How many calls are allowed, and who counts them. */
export interface LimitsOptions {
  /** Calls that one agent may make in a window, 0 for no limit. Default 600. */
  perAgent?: number | undefined
  /** Calls that all agents together may make in a window, 0 for no limit. Default 6000. */
  perInstance?: number | undefined
  /** Calls of an action that one agent may make in a window, by action; they count for the agent too. Default: none. */
  perAction?: Readonly<Record<string, number>> | undefined
  /** Length of a window in seconds. It begins with the first call after the last window. Default 60. */
  window?: number | undefined
  /** Where replicas share their counts, as `await connectRedis(url)` returns it. Default: this process counts alone. */
  redis?: Redis | undefined
  /** Called for every count. */
  observe?: Observe | undefined
}

/**
 * Counts a call of an agent, by user id; `''` counts only for the instance.
 *
 * @param action `''` if it is none that is let through. Those of history should take nothing from an agent's picks.
 * @returns the headers `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds) of the
 * limit with the fewest calls remaining; none if nothing is limited
 * @throws {CccError} `Throttling.User` (429) with the same headers and `Retry-After`
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-06 for the headers
 */
export type Limits = (agent: string, action: string) => Promise<Readonly<Record<string, string>>>

export const limitDefaults = { perAgent: 600, perInstance: 6000, window: 60 } as const

/**
 * Limits calls per agent, per action of an agent, and in total. With Redis, all replicas of an instance share their
 * counts. While Redis is down, each counts for itself: a call center that stops is worse than one that asks too much
 * for a while.
 *
 * @example
 * const limits = createLimits('ccc-test', { perAgent: 300, redis: await connectRedis('redis://cache:6379') })
 */
export function createLimits(instanceId: string, options: LimitsOptions = {}): Limits {
  const { perAgent = limitDefaults.perAgent, perInstance = limitDefaults.perInstance } = options
  const { redis, observe = () => {}, perAction = {} } = options
  const prefix = prefixOf(instanceId)
  const sharing = redis
    ? watchSharing(redis, `${prefix}:alive`, (shared) => observe({ type: 'sharing', shared }))
    : null
  const counter = (scope: LimitScope, points: number, key: string = scope) =>
    createCounter(scope, `${prefix}:${key}`, points, sharing, options)

  const takeOfAgent = counter('agent', perAgent)
  const takeOfInstance = counter('instance', perInstance)
  const takeOfAction = new Map(
    Object.entries(perAction).map(([action, points]) => [
      action,
      counter('action', points, `action:${action}`),
    ]),
  )

  return async (agent, action) => {
    // History is counted apart, so that it takes nothing from picks. No user id has a blank in it.
    const apart = historyActions.includes(action)
    const counts = [
      agent === '' ? null : await takeOfAgent?.(apart ? `history ${agent}` : agent),
      agent === '' ? null : await takeOfAction.get(action)?.(agent),
      apart ? null : await takeOfInstance?.('all'),
    ]
    const [tightest] = counts
      .filter((count) => count !== null && count !== undefined)
      .sort((one, other) => one.remaining - other.remaining)
    return tightest ? headersOf(tightest) : {}
  }
}

/**
 * Limits the calls to the cloud that history makes, for all agents and, with Redis, all replicas together.
 *
 * @returns a function that resolves to whether one more may be made now
 */
export function createCallBudget(
  instanceId: string,
  { perSecond, ...options }: { perSecond: number } & Pick<LimitsOptions, 'redis' | 'observe'>,
): () => Promise<boolean> {
  const prefix = prefixOf(instanceId)
  const sharing = options.redis ? watchSharing(options.redis, `${prefix}:alive`, () => {}) : null
  const own = { ...options, window: 1 }
  const take = createCounter('history', `${prefix}:history`, perSecond, sharing, own)
  return async () => {
    try {
      await take?.('all')
      return true
    } catch (thrown) {
      if (thrown instanceof Refusal) return false
      throw thrown
    }
  }
}

function prefixOf(instanceId: string): string {
  return `outbound-number-picker:${instanceId}`
}

interface Count {
  limit: number
  remaining: number
  /** Seconds. */
  reset: number
}

/** Null if there is no limit. */
function createCounter(
  scope: LimitScope,
  keyPrefix: string,
  points: number,
  sharing: Sharing | null,
  { window = limitDefaults.window, redis, observe = () => {} }: LimitsOptions,
): ((key: string) => Promise<Count>) | null {
  if (points === 0) return null
  const own = { keyPrefix, points, duration: window }
  const unshared = new Insurance(own, () => {
    sharing?.failed()
    observe({ type: 'unsharedLimit' })
  })
  const shared: RateLimiterAbstract = redis
    ? new RateLimiterRedis({
        ...own,
        storeClient: redis,
        // Otherwise calls would wait until the connection is made again.
        rejectIfRedisNotReady: true,
        insuranceLimiter: unshared,
      })
    : new RateLimiterMemory(own)

  return async (key) => {
    const { allowed, found } = await consume(sharing?.shared === false ? unshared : shared, key)
    observe({ type: 'limit', scope, allowed })
    const reset = Math.max(1, Math.ceil(found.msBeforeNext / 1000))
    const count = { limit: points, remaining: found.remainingPoints, reset }
    if (!allowed) throw tooMany(scope, count)
    return count
  }
}

/** Counts calls for this process alone if Redis cannot count them for all. */
class Insurance extends RateLimiterMemory {
  readonly #told: () => void

  constructor(options: ConstructorParameters<typeof RateLimiterMemory>[0], told: () => void) {
    super(options)
    this.#told = told
  }

  override consume(key: string | number, points?: number): Promise<RateLimiterRes> {
    this.#told()
    return super.consume(key, points)
  }
}

const result = v.object({ msBeforeNext: v.number(), remainingPoints: v.number() })

/** The library rejects with its result if no calls remain, and with an error if it fails. */
async function consume(counter: RateLimiterAbstract, key: string) {
  try {
    return { allowed: true, found: await counter.consume(key) }
  } catch (thrown) {
    if (v.is(result, thrown)) return { allowed: false, found: thrown }
    throw thrown
  }
}

function headersOf({ limit, remaining, reset }: Count): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(reset),
  }
}

function tooMany(scope: LimitScope, count: Count): Refusal {
  const who = scope === 'instance' ? 'The agents of this instance have' : 'This agent has'
  const what = scope === 'action' ? 'called this action' : 'called'
  return new Refusal(
    {
      code: 'Throttling.User',
      message: `${who} ${what} ${count.limit} times, which is the limit: wait ${count.reset} s.`,
      httpStatus: 429,
    },
    { ...headersOf(count), 'Retry-After': String(count.reset) },
  )
}
