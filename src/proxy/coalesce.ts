interface Flight<Result> {
  landing: Promise<Result>
  waiting: number
  upstream: AbortController
}

/**
 * Shares work between callers that ask for the same thing at the same time. The work continues as long as
 * one of them waits. When the last one leaves, the work's signal is aborted with that caller's reason.
 */
export function createCoalescer<Result>() {
  const flights = new Map<string, Flight<Result>>()

  function takeOff(key: string, work: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
    const upstream = new AbortController()
    const flight = { landing: work(upstream.signal), waiting: 0, upstream }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.landing.then(land, land)
    return flight
  }

  return async (
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> => {
    signal.throwIfAborted()
    const flight = flights.get(key) ?? takeOff(key, work)
    flight.waiting += 1
    const leave = () => {
      flight.waiting -= 1
      if (flight.waiting > 0) return
      // The work is about to be stopped, so later callers need to start their own.
      flights.delete(key)
      flight.upstream.abort(signal.reason)
    }
    signal.addEventListener('abort', leave)
    try {
      return await flight.landing
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
}
