import { listOf } from './question.testing.ts'
import type { Sight } from './sight.testing.ts'

/** Knows which rows the agent has seen: these stay where they are, whatever history says and whenever. */
export class Stillness {
  private seen: { of: string; rows: readonly string[] } | null = null

  constructor(
    private readonly sight: Sight,
    private readonly blame: (what: string) => void,
  ) {}

  /** What is on the screen now. */
  shown(): void {
    const snapshot = this.sight.snapshot()
    const { pick } = snapshot
    if (pick.state !== 'found') return
    this.seen = { of: listOf(snapshot), rows: pick.candidates.map(({ number }) => number) }
  }

  /** Looks at what is to be shown now. */
  look(): void {
    const snapshot = this.sight.snapshot()
    const { pick } = snapshot
    if (this.seen?.of !== listOf(snapshot) || pick.state !== 'found') this.seen = null
    // Pins and what is remembered may move them.
    if (!this.seen || pick.state !== 'found' || this.sight.options().memory !== false) return
    const rows = pick.candidates.map(({ number }) => number)
    const { rows: before } = this.seen
    if (before.some((number, index) => number !== rows[index])) {
      this.blame(`rows moved from ${before} to ${rows}`)
    }
  }
}
