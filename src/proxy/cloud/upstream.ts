import { CccError } from '../../ccc/index.ts'
import { type Call, isRead } from '../call/index.ts'
import { pause } from '../deadline.ts'
import type { Observe } from '../event.ts'
import { type Answer, readAnswer } from './answer.ts'
import { type BreakerOptions, createBreaker, type Health } from './breaker.ts'
import { type CloudOptions, callCloud } from './cloud.ts'
import { retryDelay } from './retry.ts'

export interface UpstreamOptions extends CloudOptions {
  /** Maximum tries of a read, the first one included. */
  tries: number
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

/**
 * Sends calls to the cloud. Reads are retried after a fault that may pass; while the breaker is open,
 * nothing is sent.
 *
 * @throws {CccError} when called: what `callCloud` and `readAnswer` throw, `ServiceUnavailable.Resting`
 */
export function createUpstream(options: UpstreamOptions) {
  const { observe, tries } = options
  const breaker = createBreaker(options.breaker, (state) => observe({ type: 'breaker', state }))

  async function attempt(call: Call, signal: AbortSignal): Promise<Attempt> {
    breaker.enter()
    const start = performance.now()
    const attempt = await tryOnce(call, options, signal)
    breaker.leave(attempt.health)
    const milliseconds = performance.now() - start
    observe({ type: 'attempt', action: call.action, code: attempt.code, milliseconds })
    return attempt
  }

  return async (
    call: Call,
    signal: AbortSignal,
    sent: (attempt: number) => void,
  ): Promise<Answer> => {
    const most = isRead(call.action) ? tries : 1
    for (let count = 1; ; count++) {
      const found = await attempt(call, signal)
      sent(count)
      if (!found.passing || count >= most) return found.settle()
      try {
        await pause(retryDelay(count), signal)
      } catch {
        // The fault itself says more than a timeout would.
        return found.settle()
      }
      if (breaker.resting) return found.settle()
    }
  }
}

async function tryOnce(call: Call, options: CloudOptions, signal: AbortSignal): Promise<Attempt> {
  let status = 0
  try {
    const raw = await callCloud(call, options, signal)
    status = raw.status
    return judgeAnswer(readAnswer(raw, call.action))
  } catch (error) {
    return judgeFault(error, status)
  }
}

function judgeAnswer(answer: Answer): Attempt {
  const { code, status } = answer
  if (code === 'OK') return { code, health: 'up', passing: false, settle: () => answer }
  const { kind } = new CccError({ code, message: '', httpStatus: status })
  const down = kind === 'unavailable' || status >= 500
  return {
    code,
    health: down ? 'down' : 'up',
    passing: down || kind === 'throttled',
    settle: () => answer,
  }
}

/** @param status of the answer that could not be read, 0 where none came */
function judgeFault(error: unknown, status: number): Attempt {
  const code = error instanceof CccError ? error.code : 'InternalError'
  const unreachable = code === 'CloudUnreachable'
  const down = unreachable || code === 'CloudTimeout' || status >= 500
  return {
    code,
    health: down ? 'down' : status > 0 ? 'up' : 'unknown',
    passing: unreachable || status >= 500,
    settle() {
      throw error
    },
  }
}
