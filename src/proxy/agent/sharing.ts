import type { Redis } from 'ioredis'

/** Whether Redis counts for all replicas now. */
export interface Sharing {
  /** False while Redis does not take writes: this process then counts alone, without asking it. */
  readonly shared: boolean
  /** To be called when Redis failed to count. */
  failed(): void
}

/** Milliseconds between two tries to find a Redis that failed. */
const REST = 1000

/**
 * Watches a Redis. One that fails is left alone and tried in the background, so that no call waits for it. It is tried
 * by writing: one that was demoted to a replica still answers, but counts nothing.
 *
 * @param tell called when it begins and when it ceases to count
 */
export function watchSharing(redis: Redis, key: string, tell: (shared: boolean) => void): Sharing {
  let shared = false
  let told: boolean | null = null
  let timer: NodeJS.Timeout | undefined

  function become(now: boolean): void {
    shared = now
    if (told !== now) tell(now)
    told = now
  }

  async function tryOut(): Promise<void> {
    try {
      await redis.set(key, '1', 'PX', REST)
      become(true)
    } catch {
      become(false)
      rest()
    }
  }

  function rest(): void {
    clearTimeout(timer)
    timer = setTimeout(tryOut, REST).unref()
  }

  redis.on('end', () => clearTimeout(timer))
  if (redis.status === 'ready') void tryOut()
  else redis.once('ready', tryOut)
  rest()

  return {
    get shared() {
      return shared
    },
    failed() {
      if (!shared) return
      become(false)
      // What it has not answered would otherwise wait in its connection, and be counted late or once more.
      redis.disconnect(true)
      rest()
    },
  }
}
