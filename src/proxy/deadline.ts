import { browserGone } from './refusal.ts'

/** One deadline for work in several parts. */
export interface Deadline {
  /** Aborted with the error to answer with, when time is up or the browser has left. */
  signal: AbortSignal
  /** The next part begins: what to answer if it is too late for it, and milliseconds if the clock starts anew. */
  next(tooLate: () => Error, timeout?: number): void
}

/**
 * Runs work under one deadline, until it ends, time is up, or the browser leaves; whether or not the work heeds
 * the signal.
 *
 * @param timeout milliseconds for the first part
 * @param whenGone calls back when the browser leaves, unless the function that it returns is called before
 */
export async function bounded<Result>(
  timeout: number,
  whenGone: (callback: () => void) => () => void,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const bound = new AbortController()
  let tooLate = () => new Error('The time is up.')
  let giveUp = (_: Error) => {}
  const ended = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      bound.abort(reason)
      reject(reason)
    }
  })
  const late = () => giveUp(tooLate())
  let timer = setTimeout(late, timeout)
  const next = (reason: () => Error, milliseconds?: number) => {
    tooLate = reason
    if (milliseconds === undefined || bound.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(late, milliseconds)
  }
  const stay = whenGone(() => giveUp(browserGone()))
  try {
    return await Promise.race([ended, work({ signal: bound.signal, next })])
  } finally {
    clearTimeout(timer)
    stay()
  }
}

/** For {@link bounded} where no browser waits. */
export const nobodyWaits = () => () => {}

/**
 * The result of `work`, or a rejection with the signal's reason if that comes first. For work that cannot be
 * stopped, or that may not heed the signal; it is only no longer waited for.
 */
export async function untilAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Rejects with the signal's reason when that comes first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return untilAborted(waited, signal).finally(() => clearTimeout(timer))
}
