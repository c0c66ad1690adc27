import type { Redis } from 'ioredis'

/** Remembers for ten minutes, by key, what was answered. */
export interface AnswerMemory {
  /** Takes a key that nobody has taken, with a note; null then, otherwise the note or answer of whoever took it. */
  claim(key: string, note: string): Promise<string | null>
  /** Puts an answer in place of the note. */
  settle(key: string, answer: string): Promise<void>
  /** Gives a key back, as if it had never been taken. */
  release(key: string): Promise<void>
}

/** Milliseconds. */
const KEPT = 10 * 60_000
const MOST_KEYS = 10_000

/** Where answers are remembered. */
export interface AnswerMemoryOptions {
  /** Where replicas share what they remember, as `await connectRedis(url)` returns it. Default: each by itself. */
  redis?: Redis | undefined
  /** Returns milliseconds. Default: this machine's clock. */
  now?: (() => number) | undefined
}

/**
 * Remembers the answers to calls with an `Idempotency-Key`, so that the same call is not made twice. While Redis is down,
 * each process remembers for itself.
 *
 * @example
 * const answerMemory = createAnswerMemory('ccc-test', { redis: await connectRedis('redis://cache:6379') })
 */
export function createAnswerMemory(
  instanceId: string,
  { redis, now = Date.now }: AnswerMemoryOptions = {},
): AnswerMemory {
  const own = createOwnMemory(now)
  if (!redis) return own
  const named = (key: string) => `outbound-number-picker:${instanceId}:answer:${key}`
  const ignore = () => {}
  /** Keys that this process has taken and not yet settled, whether or not Redis knows. */
  const taken = new Set<string>()

  /** What Redis knows of a key; null once it is taken there, and `here` while it cannot be asked. */
  const claimShared = async (key: string, note: string, here: string | null) => {
    try {
      const isFree = (await redis.set(named(key), note, 'PX', KEPT, 'NX')) !== null
      // Whoever had it may just have given it back: then it is to be taken with the next try.
      return isFree ? null : ((await redis.get(named(key))) ?? note)
    } catch {
      return here
    }
  }

  return {
    // A key is taken here too, so that it is not free if Redis fails in between.
    async claim(key, note) {
      const here = await own.claim(key, note)
      if (here !== null && (here !== note || taken.has(key))) return here
      const found = await claimShared(key, note, here)
      if (found === null) taken.add(key)
      return found
    },
    async settle(key, answer) {
      await own.settle(key, answer)
      taken.delete(key)
      await redis.set(named(key), answer, 'PX', KEPT).catch(ignore)
    },
    async release(key) {
      await own.release(key)
      taken.delete(key)
      await redis.del(named(key)).catch(ignore)
    },
  }
}

function createOwnMemory(now: () => number): AnswerMemory {
  const answers = new Map<string, { text: string; until: number }>()

  function set(key: string, text: string): void {
    answers.delete(key)
    const [oldest] = answers.keys()
    if (answers.size >= MOST_KEYS && oldest !== undefined) answers.delete(oldest)
    answers.set(key, { text, until: now() + KEPT })
  }

  return {
    async claim(key, note) {
      const known = answers.get(key)
      if (known && now() < known.until) return known.text
      set(key, note)
      return null
    },
    async settle(key, answer) {
      set(key, answer)
    },
    async release(key) {
      answers.delete(key)
    },
  }
}
