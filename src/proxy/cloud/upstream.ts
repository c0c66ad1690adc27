import { CccError, kindOf } from '../../ccc/index.ts'
import { type Call, isRead } from '../call/index.ts'
import { pause } from '../deadline.ts'
import type { Observe } from '../event.ts'
import { type Answer, readAnswer } from './answer.ts'
import { type BreakerOptions, createBreaker, type Health } from './breaker.ts'
import { type CloudOptions, callCloud, takeAccessKey } from './cloud.ts'
import { retryDelay } from './retry.ts'

export interface UpstreamOptions extends CloudOptions {
  /** Maximum tries of a read, the first one included. */
  tries: number
  /** Milliseconds that a call may take, all its tries together. */
  timeout: number
  breaker: BreakerOptions
  observe: Observe
}

/** How one try ended. */
interface Attempt {
  code: string
  health: Health
  /** Whether the same call may succeed a moment later. */
  passing: boolean
  /** Returns the answer, or throws the error that came instead. */
  settle(): Answer
}

/** On whose behalf a call is sent, and for how long. */
export interface Errand {
  /** The user id; `''` where nobody is asked who they are. */
  agent: string
  /** Aborted with the error to throw. */
  signal: AbortSignal
  /** The trace that the call belongs to, as the header says it; null if to none. */
  traceparent: string | null
  /** Told the number of each try when it has ended. */
  tried(count: number): void
}

/** Sends a call to the cloud. */
export type Send = (call: Call, errand: Errand) => Promise<Answer>

/**
 * Sends calls to the cloud. Reads are retried after a fault that may pass; while the breaker is open,
 * nothing is sent.
 *
 * @throws {CccError} when called: what `takeAccessKey`, `callCloud` and `readAnswer` throw,
 * `ServiceUnavailable.Resting`
 */
export function createUpstream(options: UpstreamOptions): Send {
  const { observe, tries } = options
  const breaker = createBreaker(options.breaker, (state) => observe({ type: 'breaker', state }))

  async function attempt(call: Call, errand: Errand): Promise<Attempt> {
    breaker.enter()
    const start = performance.now()
    const attempt = await tryOnce(call, options, errand)
    breaker.leave(attempt.health, errand.agent)
    const milliseconds = performance.now() - start
    observe({ type: 'attempt', action: call.action, code: attempt.code, milliseconds })
    return attempt
  }

  return async (call, errand) => {
    const most = isRead(call.action) ? tries : 1
    for (let count = 1; ; count++) {
      const found = await attempt(call, errand)
      errand.tried(count)
      if (!found.passing || count >= most) return found.settle()
      try {
        await pause(retryDelay(count), errand.signal)
      } catch {
        // The fault itself says more than a timeout would.
        return found.settle()
      }
      if (breaker.resting) return found.settle()
    }
  }
}

/** Never rejects, so that the breaker hears of each attempt. */
async function tryOnce(
  call: Call,
  options: UpstreamOptions,
  { signal, traceparent }: Errand,
): Promise<Attempt> {
  let status = 0
  let sent = Number.POSITIVE_INFINITY
  try {
    const key = await takeAccessKey(options.credentials, signal)
    sent = performance.now()
    const raw = await callCloud(call, key, { ...options, traceparent }, signal)
    status = raw.status
    return judgeAnswer(readAnswer(raw, call.action))
  } catch (error) {
    // The cloud cannot be blamed if most of the time was spent before it was asked.
    const fair = performance.now() - sent >= options.timeout / 2
    return judgeFault(error, status, fair)
  }
}

function judgeAnswer(answer: Answer): Attempt {
  const { code, status } = answer
  if (code === 'OK') return { code, health: 'up', passing: false, settle: () => answer }
  const kind = kindOf(code, status)
  const down = kind === 'unavailable' || status >= 500
  return {
    code,
    health: down ? 'down' : 'up',
    passing: down || kind === 'throttled',
    settle: () => answer,
  }
}

/**
 * @param status of the answer that could not be read, 0 where none came
 * @param fair whether the cloud had a fair share of the time
 */
function judgeFault(error: unknown, status: number, fair: boolean): Attempt {
  const code = error instanceof CccError ? error.code : 'InternalError'
  const unreachable = code === 'CloudUnreachable'
  const down = unreachable || (code === 'CloudTimeout' && fair) || status >= 500
  return {
    code,
    health: down ? 'down' : status > 0 ? 'up' : 'unknown',
    passing: unreachable || status >= 500,
    settle() {
      throw error
    },
  }
}
