import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks again and again until there is an answer.
 *
 * @throws {Error} naming what did not happen in time
 */
export async function poll<Answer>(
  what: string,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  patience = 30_000,
): Promise<Answer> {
  const start = performance.now()
  while (performance.now() - start < patience) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await sleep(50)
  }
  throw new Error(`not within ${patience / 1000} seconds: ${what}`)
}
