import type { StoreApi } from 'zustand/vanilla'
import type { Memory } from '../memory/index.ts'
import type { Clock } from './clock.ts'
import type { Hand } from './hand.ts'
import type { PickerOptions } from './options.ts'
import type { Inquiry } from './question.ts'
import type { Questions } from './questions.ts'
import type { PickerSnapshot } from './snapshot.ts'
import type { PickerState } from './state.ts'

/** What is asked and what is shown, at one moment. */
export interface Moment {
  inquiry: Inquiry
  snapshot: PickerSnapshot
}

/** What the verbs of one picker share. */
export interface Core {
  store: StoreApi<PickerState>
  clock: Clock
  hand: Hand
  questions: Questions
  options: () => PickerOptions
  /** Null where nothing is remembered. */
  memory: () => Memory | null
  /** The moment that was last shown. */
  moment: () => Moment
  /** The same read anew, in case a host changed something without telling. */
  now: () => Moment
  /** Changes what the agent did; all that follows from it has happened when this returns. */
  change: (change: Partial<PickerState>) => void
  /** True while somebody looks at the picker. */
  isRunning: () => boolean
}
