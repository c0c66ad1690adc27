import { browserGone } from './refusal.ts'

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

export interface Bounds {
  /** Milliseconds. */
  timeout: number
  /** Makes the error with which the work's signal is aborted when the time is up. */
  tooLate: () => Error
}

export interface Deadline {
  /** Aborted with the error to answer with. */
  signal: AbortSignal
  /** Starts the clock again, for the next part of the work. */
  restart(bounds: Bounds): void
}

/**
 * Runs work under one deadline, until it ends or the browser leaves. The timer stops when the work ends.
 *
 * @param browser aborts when the browser no longer waits; null if no browser waits
 */
export async function bounded<Result>(
  browser: AbortSignal | null,
  bounds: Bounds,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  if (browser?.aborted) throw browserGone()
  const bound = new AbortController()
  const leave = () => bound.abort(browserGone())
  let timer: NodeJS.Timeout | undefined
  const restart = ({ timeout, tooLate }: Bounds) => {
    clearTimeout(timer)
    timer = setTimeout(() => bound.abort(tooLate()), timeout)
  }
  browser?.addEventListener('abort', leave)
  restart(bounds)
  try {
    return await work({ signal: bound.signal, restart })
  } catch (error) {
    throw browser?.aborted ? browserGone() : error
  } finally {
    clearTimeout(timer)
    browser?.removeEventListener('abort', leave)
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
