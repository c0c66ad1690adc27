import type { DialDraft } from '../draft.ts'
import { same } from './pressed.testing.ts'
import type { Sight } from './sight.testing.ts'

/** What the host has been told, which has to be what is shown. */
export class Told {
  private draft: DialDraft | null = null
  private callee: string

  constructor(
    private readonly sight: Sight,
    private readonly blame: (what: string) => void,
  ) {
    this.callee = this.typed
  }

  private get typed(): string {
    return this.sight.snapshot().callee.typed
  }

  selected(draft: DialDraft): void {
    if (same(draft, this.draft)) this.blame('a draft was told twice')
    if (!same(draft, this.sight.snapshot().draft)) this.blame('another draft was told')
    if (this.sight.watchers === 0) this.blame('a draft was told that nobody sees')
    this.draft = draft
  }

  changed(callee: string): void {
    this.callee = callee
  }

  /** Looks at what is shown now: a draft that goes and comes back is told again. */
  look(): void {
    const isGone = !same(this.sight.snapshot().draft, this.draft)
    if (isGone && this.sight.watchers > 0) this.draft = null
  }

  /** After an act within an act: what comes and goes there is not told. */
  forgive(): void {
    if (this.sight.watchers > 0) this.draft = this.sight.snapshot().draft
    this.callee = this.typed
  }

  check(keepsCallee: boolean): void {
    const { draft } = this.sight.snapshot()
    const isWatched = this.sight.watchers > 0
    if (isWatched && !same(draft, this.draft)) this.blame('a draft was not told')
    if (!keepsCallee && this.callee !== this.typed) this.blame('a callee was not told')
    this.callee = this.typed
  }
}
