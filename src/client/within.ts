/**
 * Runs something until it ends, its time is over or it is aborted, whichever comes first. It may ignore the
 * signal that it is given, because that signal is raced as well.
 *
 * @throws a `TimeoutError` (see {@link isTimeout}), or the signal's reason
 */
export async function within<Result>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  run: (bound: AbortSignal) => Result | Promise<Result>,
): Promise<Result> {
  const deadline = AbortSignal.timeout(milliseconds)
  const bound = signal ? AbortSignal.any([signal, deadline]) : deadline
  bound.throwIfAborted()
  const aborted = new Promise<never>((_resolve, reject) => {
    bound.addEventListener('abort', () => reject(bound.reason), { once: true })
  })
  return Promise.race([run(bound), aborted])
}

export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}
