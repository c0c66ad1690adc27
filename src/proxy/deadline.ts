import { browserGone } from './refusal.ts'

/**
 * The result of `work`, or a rejection with the signal's reason if that comes first. For work that cannot be
 * stopped; it is only no longer waited for.
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
  /** Aborts when the browser no longer waits. */
  browser: AbortSignal
  /** Makes the error with which the work's signal is aborted when the time is up. */
  tooLate: () => Error
}

/**
 * Runs work under one deadline, until it ends or the browser leaves. The work's signal is aborted with the
 * error to answer with, and the timer stops when the work ends.
 */
export async function bounded<Result>(
  { timeout, browser, tooLate }: Bounds,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (browser.aborted) throw browserGone()
  const bound = new AbortController()
  const leave = () => bound.abort(browserGone())
  browser.addEventListener('abort', leave)
  const timer = setTimeout(() => bound.abort(tooLate()), timeout)
  try {
    return await work(bound.signal)
  } catch (error) {
    throw browser.aborted ? browserGone() : error
  } finally {
    clearTimeout(timer)
    browser.removeEventListener('abort', leave)
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
