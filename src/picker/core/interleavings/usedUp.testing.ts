import type { PickerCandidate } from '../candidates.ts'
import type { PickerSnapshot } from '../snapshot.ts'
import { listIn, listOf } from './question.testing.ts'

interface Known {
  of: string
  callers: readonly string[]
}

/** Knows which callers were at their cap when the rows of the pick, and those of a search, were first seen. */
export class UsedUp {
  private pick: Known | null = null
  private search: Known | null = null

  /** What is on the screen now. */
  shown(snapshot: PickerSnapshot): void {
    const { pick } = snapshot
    const list = listIn(snapshot)
    if (pick.state !== 'found' || this[list]) return
    const capped = pick.candidates.filter((one) => one.capped)
    this[list] = { of: listOf(snapshot), callers: capped.map(({ number }) => number) }
  }

  /** Looks at what is to be shown now: what was known ends with its rows. */
  look(snapshot: PickerSnapshot): void {
    if (this.pick?.of !== listOf({ ...snapshot, search: null })) this.pick = null
    if (this.search?.of !== listOf(snapshot)) this.search = null
  }

  /** Whether it was at its cap when its row was first seen; if none was, whether it is. */
  has({ number, capped }: PickerCandidate, snapshot: PickerSnapshot): boolean {
    const known = this[listIn(snapshot)]
    return known?.of === listOf(snapshot) ? known.callers.includes(number) : capped
  }
}
