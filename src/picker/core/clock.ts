/** Time as the picker sees it; tests bring a clock of their own. */
export interface Clock {
  /** Milliseconds, on the same line as an event's `timeStamp`. */
  now: () => number
  /** Runs something once this many milliseconds have passed; returns a function that calls it off. */
  after: (milliseconds: number, run: () => void) => () => void
}

/** A timer that is set for longer ends at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** The clock of the page. */
export const pageClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(milliseconds, LONGEST_TIMER))
    return () => clearTimeout(timer)
  },
}
