import { setTimeout as wait } from 'node:timers/promises'
import { CccError } from '../../ccc/index.ts'
import type { AttemptEvent } from '../event.ts'

export interface EgressOptions {
  /** An origin. */
  endpoint: string
  /** Milliseconds without reaching the cloud after which this replica is not ready; 0 for never. */
  patience: number
  /** Resolves if anything answers at the endpoint, whatever it says. */
  reach: (signal: AbortSignal) => Promise<unknown>
  /** Returns milliseconds. */
  now?: () => number
}

/** Milliseconds that reaching the endpoint may take: a cloud that is slow is there. */
const REACH_TIMEOUT = 5000
/** Milliseconds for which whoever asks waits for that; balancers wait little longer. */
const ASK_TIMEOUT = 500
/** Milliseconds between two tries. */
const PAUSE = 1000

/** Codes that do not say whether anything was reached. */
const SILENT = new Set(['ConnectionLost', 'CredentialsUnavailable', 'InternalError'])
const UNREACHED = new Set(['CloudUnreachable', 'CloudTimeout'])

/**
 * Finds out whether this replica reaches the cloud at all. One without a way out fails fast, and a balancer that
 * prefers whoever has the fewest calls would send it nearly all.
 *
 * If calls reach nothing for a while, the endpoint itself is tried at each question, so that a replica to which
 * nobody sends calls any longer finds its way back.
 */
export function watchEgress({ endpoint, patience, reach, now = Date.now }: EgressOptions) {
  let lostSince: number | null = null
  let lost = false
  let tried = Number.NEGATIVE_INFINITY
  let trying: Promise<void> | null = null

  function found(reached: boolean): void {
    lost = !reached
    if (reached) lostSince = null
  }

  async function tryOut(): Promise<void> {
    tried = now()
    await reach(AbortSignal.timeout(REACH_TIMEOUT)).then(
      () => found(true),
      () => found(false),
    )
    trying = null
  }

  return {
    observe({ code }: Pick<AttemptEvent, 'code'>): void {
      if (SILENT.has(code)) return
      if (UNREACHED.has(code)) lostSince ??= now()
      else found(true)
    },
    /** Why calls should go to another replica; null if they need not. */
    async whyLost(): Promise<CccError | null> {
      const since = lostSince
      if (patience === 0 || since === null || now() - since < patience) return null
      if (!trying && now() - tried >= PAUSE) trying = tryOut()
      if (trying) await Promise.race([trying, wait(ASK_TIMEOUT, null, { ref: false })])
      return lost ? unreached(endpoint, now() - since) : null
    },
  }
}

function unreached(endpoint: string, milliseconds: number): CccError {
  const { host } = new URL(endpoint)
  const seconds = Math.round(milliseconds / 1000)
  const message = `This replica has not reached ${host} for ${seconds} s: send calls to another, and check its way out.`
  return new CccError({ code: 'ServiceUnavailable.Unreached', message, httpStatus: 503 })
}
