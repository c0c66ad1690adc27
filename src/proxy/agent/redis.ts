import type { Redis } from 'ioredis'

/**
 * Connects to the Redis that replicas share. A command fails at once while the connection is down and
 * after a quarter of a second while Redis does not answer, so that a call never waits for it; the
 * connection itself is made again and again.
 *
 * @param onFault told of every fault, of which there may be many
 */
export async function connectRedis(
  url: string,
  onFault: (error: Error) => void = () => {},
): Promise<Redis> {
  // Most proxies run alone, and start faster without it.
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 250,
    connectTimeout: 2000,
    retryStrategy: (times) => Math.min(100 * times, 2000),
  })
  // Without a listener an error event would end the process.
  redis.on('error', onFault)
  return redis
}
