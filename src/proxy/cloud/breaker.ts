import { Refusal } from '../refusal.ts'

/** `closed` lets calls through, `open` refuses them, `half-open` waits for the result of a probe. */
export type BreakerState = 'closed' | 'open' | 'half-open'

/** When calls to a cloud that fails are paused, and for how long. */
export interface BreakerOptions {
  /**
   * Failures in a row after which calls to the cloud pause. Those of one agent count for half of them at
   * most, so that no agent alone can pause the cloud for the others. Default 20.
   */
  failures?: number | undefined
  /** Milliseconds of the first pause; each failed probe doubles it, up to a minute. Default 2000. */
  rest?: number | undefined
  /** Milliseconds after which a probe without a result is given up, and another one sent. Default 10000. */
  probe?: number | undefined
}

/** What a call shows about the cloud's health; `unknown` if it ended too early to tell. */
export type Health = 'up' | 'down' | 'unknown'

export interface Breaker {
  /** Whether {@link enter} would throw. */
  readonly resting: boolean
  /** @throws {Refusal} `ServiceUnavailable.Resting` (503) with `Retry-After`, while the cloud rests */
  enter(): void
  /**
   * To be called once for every {@link enter} that did not throw.
   *
   * @param agent the user id; `''` where nobody is asked who they are
   */
  leave(health: Health, agent: string): void
}

const LONGEST_REST = 60_000

/**
 * Stops asking a cloud that is down, and finds its way back with one probe at a time.
 *
 * @param now returns milliseconds
 */
export function createBreaker(
  { failures = 20, rest = 2000, probe = 10_000 }: BreakerOptions,
  tell: (state: BreakerState) => void,
  now: () => number = Date.now,
): Breaker {
  const mostOfOne = Math.max(1, Math.floor(failures / 2))
  let state: BreakerState = 'closed'
  let failed = 0
  const failedByAgent = new Map<string, number>()
  let nextRest = rest
  /** When calls are let through again: the end of a pause, or of the patience with a probe. */
  let restsUntil = 0

  function become(next: BreakerState): void {
    state = next
    tell(next)
  }

  function open(): void {
    restsUntil = now() + nextRest
    nextRest = Math.min(2 * nextRest, LONGEST_REST)
    become('open')
  }

  function recover(): void {
    failed = 0
    failedByAgent.clear()
    nextRest = rest
    if (state === 'half-open') become('closed')
  }

  function countFailure(agent: string): void {
    const ofAgent = failedByAgent.get(agent) ?? 0
    if (agent !== '' && ofAgent >= mostOfOne) return
    failedByAgent.set(agent, ofAgent + 1)
    failed += 1
    if (failed >= failures) open()
  }

  const rests = () => state !== 'closed' && now() < restsUntil

  return {
    get resting() {
      return rests()
    },
    enter() {
      if (rests()) throw resting(restsUntil - now())
      if (state === 'closed') return
      restsUntil = now() + probe
      if (state === 'open') become('half-open')
    },
    leave(health, agent) {
      // Calls that entered before the breaker opened say nothing new.
      if (state === 'open') return
      if (health === 'up') {
        recover()
      } else if (state === 'half-open') {
        if (health === 'down') return open()
        // If a probe ended without a result, the next call becomes the probe, without another pause.
        restsUntil = now()
        become('open')
      } else if (health === 'down') {
        countFailure(agent)
      }
    },
  }
}

function resting(milliseconds: number): Refusal {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return new Refusal(
    {
      code: 'ServiceUnavailable.Resting',
      message:
        'The cloud failed many times in a row and is not asked for a moment: try again later.',
      httpStatus: 503,
    },
    { 'Retry-After': String(seconds) },
  )
}
