import { timeoutManager } from '@tanstack/react-query'
import type { Clock } from './clock.ts'

/** A clock that stands still until a test lets time pass. React Query waits by it, too. */
export interface TestClock extends Clock {
  /** Lets time pass, timer by timer, each with all that follows from it. */
  pass: (milliseconds: number) => Promise<void>
}

interface Timer {
  at: number
  run: () => void
}

let timers = new Map<number, Timer>()
let now = 0
let lastTimer = 0

function set(run: () => void, milliseconds: number): number {
  timers.set(++lastTimer, { at: now + milliseconds, run })
  return lastTimer
}

timeoutManager.setTimeoutProvider({
  setTimeout: set,
  clearTimeout: (timer) => timers.delete(Number(timer)),
  setInterval: () => 0,
  clearInterval: () => {},
})

/** Lets everything happen that needs no time. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Starts a clock; timers that an earlier test has left never run. */
export function startClock(): TestClock {
  timers = new Map()
  now = 10_000

  async function pass(milliseconds: number): Promise<void> {
    await settled()
    const end = now + milliseconds
    for (let due = firstUntil(end); due; due = firstUntil(end)) {
      const [id, timer] = due
      timers.delete(id)
      now = Math.max(now, timer.at)
      timer.run()
      await settled()
    }
    now = end
  }

  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = set(run, milliseconds)
      return () => timers.delete(timer)
    },
    pass,
  }
}

function firstUntil(end: number): [number, Timer] | undefined {
  let first: [number, Timer] | undefined
  for (const entry of timers) {
    if (entry[1].at <= end && (!first || entry[1].at < first[1].at)) first = entry
  }
  return first
}
