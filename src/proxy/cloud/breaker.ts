import { Refusal } from '../refusal.ts'

/** `closed` lets calls through, `open` refuses them, `half-open` waits for what a probe finds. */
export type BreakerState = 'closed' | 'open' | 'half-open'

export interface BreakerOptions {
  /** Failures in a row after which the cloud is given a rest. Default 20. */
  failures?: number | undefined
  /** Milliseconds of the first rest; each that follows a failed probe doubles, to a minute. Default 2000. */
  rest?: number | undefined
}

/** What a call says about the cloud's health; `unknown` where it ended before one could tell. */
export type Health = 'up' | 'down' | 'unknown'

export interface Breaker {
  /** Whether {@link enter} would throw. */
  readonly resting: boolean
  /** @throws {Refusal} `ServiceUnavailable.Resting` (503) with `Retry-After`, while the cloud rests */
  enter(): void
  /** To be called once for every {@link enter} that did not throw. */
  leave(health: Health): void
}

const LONGEST_REST = 60_000

/**
 * Stops asking a cloud that is down, and finds its way back with one probe at a time.
 *
 * @param now milliseconds of a clock
 */
export function createBreaker(
  { failures = 20, rest = 2000 }: BreakerOptions,
  tell: (state: BreakerState) => void,
  now: () => number = Date.now,
): Breaker {
  let state: BreakerState = 'closed'
  let failed = 0
  let nextRest = rest
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

  const rests = () => state === 'half-open' || (state === 'open' && now() < restsUntil)

  return {
    get resting() {
      return rests()
    },
    enter() {
      if (rests()) throw resting(restsUntil - now())
      if (state === 'open') become('half-open')
    },
    leave(health) {
      // Calls that entered before the breaker opened say nothing new.
      if (state === 'open') return
      if (health === 'up') {
        failed = 0
        nextRest = rest
        if (state === 'half-open') become('closed')
      } else if (state === 'half-open') {
        // A probe that nobody waited for leaves its place to the next call, without another rest.
        if (health === 'down') open()
        else become('open')
      } else if (health === 'down') {
        failed += 1
        if (failed >= failures) open()
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
