import type { Redis } from 'ioredis'

/**
 * Connects to the Redis that replicas share. A command fails at once while the connection is down, and after
 * a quarter of a second if Redis does not answer, so that a call waits no longer for it. The client keeps
 * reconnecting.
 *
 * @example
 * const redis = await connectRedis('redis://cache:6379', (error) => log.warn(error))
 *
 * @param url such as `redis://cache:6379`, or `rediss://` with TLS
 * @param onFault called for every fault, of which there may be many
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
    // A count that was sent may have been counted.
    autoResendUnfulfilledCommands: false,
    // The name may stand for another Redis by now.
    reconnectOnError: (error) => error.message.includes('READONLY'),
    commandTimeout: 250,
    connectTimeout: 2000,
    retryStrategy: (times) => Math.min(100 * times, 2000),
  })
  // Without a listener, an error event would end the process.
  redis.on('error', onFault)
  return redis
}
