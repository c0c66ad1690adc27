/** A timer that is set for longer ends at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Runs something until it ends, its time is over or it is aborted, whichever comes first. It may ignore the
 * signal that it is given, because time and abort are raced as well. Afterwards no timer and no listener stays
 * behind.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` would be shorter, but are missing in the oldest browsers that are
 * supported.
 *
 * @example
 * const answer = await within(5000, signal, (bound) => fetch('/groups', { signal: bound }))
 *
 * @throws a `TimeoutError` (see {@link isTimeout}), the signal's reason, or what `run` throws
 */
export async function within<Result>(
  milliseconds: number,
  signal: AbortSignal = new AbortController().signal,
  run: (bound: AbortSignal) => Result | Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw reasonOf(signal)

  const bound = new AbortController()
  let reason: unknown
  const stop = (why: unknown) => {
    reason = why
    bound.abort(why)
  }
  const stopped = new Promise<never>((_resolve, reject) => {
    bound.signal.addEventListener('abort', () => reject(reason))
  })

  const timer = setTimeout(
    () => stop(new DOMException(`It took longer than ${milliseconds} ms.`, 'TimeoutError')),
    Math.min(milliseconds, LONGEST_TIMER),
  )
  const abort = () => stop(reasonOf(signal))
  signal.addEventListener('abort', abort)
  try {
    // An async function, so that `run` is raced even if it throws at once.
    const result = (async () => run(bound.signal))()
    return await Promise.race([stopped, result])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

/** Why a signal was aborted; browsers before 2022 do not keep the reason. */
export function reasonOf(signal: AbortSignal): unknown {
  if (signal.reason !== undefined) return signal.reason
  return new DOMException('It was aborted.', 'AbortError')
}

export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}
