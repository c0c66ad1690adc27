import type { CalleeVerbs } from './calleeVerbs.ts'
import type { CallerVerbs } from './callerVerbs.ts'
import type { Core } from './core.ts'
import type { Dialing } from './dialVerbs.ts'
import type { Press } from './hand.ts'

/** What the keys mean that mean different things at different moments. */
export interface KeyVerbs {
  /**
   * Enter: dials what is shown, else takes the first of several numbers, else retries what failed, else asks at
   * once. Returns whether it dials.
   */
  press: (press?: Press) => boolean
  /** Escape: takes back a warned call, a search or the number, and tells which. */
  takeBack: () => 'warning' | 'search' | 'callee' | null
}

export function createKeyVerbs(
  { moment }: Core,
  { enter, cancel }: Dialing,
  { search, retry, handle }: CallerVerbs,
  { takeFirst, clear }: CalleeVerbs,
): KeyVerbs {
  return {
    press: (press) => {
      const { pick, draft, callee } = moment().snapshot
      if (draft) return enter(press)
      if (callee.reading.state === 'several') takeFirst()
      else if ('error' in pick) retry()
      else handle({ released: true })
      return false
    },
    takeBack: () => {
      const { snapshot } = moment()
      if (snapshot.dial.status === 'warned') {
        cancel()
        return 'warning'
      }
      if (snapshot.search && snapshot.search.filter !== null) {
        search(null)
        return 'search'
      }
      if (snapshot.callee.typed === '') return null
      clear()
      return 'callee'
    },
  }
}
