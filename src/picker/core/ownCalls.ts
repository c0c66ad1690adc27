/** The calls that a picker made itself, which no record may know yet. They stay in the page. */
export interface OwnCalls {
  /** A call to this number has been made, at this time. */
  add: (callee: string, at: number) => void
  /** When this number was called in the last 24 hours, in milliseconds since 1970. */
  to: (callee: string) => readonly number[]
}

const DAY = 24 * 3_600_000

export function createOwnCalls(now: () => number = Date.now): OwnCalls {
  let calls: readonly { callee: string; at: number }[] = []
  return {
    add: (callee, at) => {
      calls = [...calls.filter((call) => call.at > at - DAY), { callee, at }]
    },
    to: (callee) => {
      const since = now() - DAY
      return calls.filter((call) => call.callee === callee && call.at > since).map(({ at }) => at)
    },
  }
}
