import { LRUCache } from 'lru-cache'
import { createCoalescer } from '../coalesce.ts'

/**
 * Returns what is remembered, or learns it. What several ask at the same time is learned once; null, which stands for
 * what cannot be learned now, is not remembered.
 */
export type Memory<Known extends object> = (
  key: string,
  signal: AbortSignal,
  learn: (signal: AbortSignal) => Promise<Known | null>,
) => Promise<Known | null>

const MOST = 10_000

/** @param milliseconds for which it holds what was learned */
export function createMemory<Known extends object>(milliseconds: number): Memory<Known> {
  const remembered = new LRUCache<string, Known>({ max: MOST, ttl: milliseconds })
  const share = createCoalescer<Known | null>()

  return async (key, signal, learn) =>
    remembered.get(key) ??
    share(key, signal, async (shared) => {
      const learned = await learn(shared)
      if (learned) remembered.set(key, learned)
      return learned
    })
}
