import { untilAborted } from './deadline.ts'

interface Flight<Result> {
  landing: Promise<Result>
  waiting: number
  upstream: AbortController
}

/**
 * Shares work between callers that ask for the same at the same time. The work goes on as long as one
 * of them waits; its signal is aborted when the last one leaves, with that one's reason.
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
      // Whoever asks from now on needs work that is not about to be stopped.
      flights.delete(key)
      flight.upstream.abort(signal.reason)
    }
    signal.addEventListener('abort', leave)
    try {
      return await untilAborted(flight.landing, signal)
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
}
