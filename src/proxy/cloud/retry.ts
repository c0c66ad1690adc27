const FIRST = 100
const LONGEST = 1000

/**
 * Milliseconds to wait after a failed try, with full jitter: anything up to a bound that doubles each
 * time, so that proxies that failed together do not retry together.
 *
 * @param failed how many tries have failed, from 1
 * @param random from 0 up to, but not including, 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelay(failed: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST, FIRST * 2 ** (failed - 1))
}
