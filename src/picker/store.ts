import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * What came of the last dial. `draft` is the draft it was for, written as one string, so that nothing
 * said about one call is shown beside another.
 */
export type Dialing =
  | { state: 'none' }
  /** The host's guard is looking at it. */
  | { state: 'checking'; draft: string }
  /** The guard wants the agent to confirm. */
  | { state: 'warned'; draft: string; reason: string }
  | { state: 'refused'; draft: string; reason: string }
  /** The guard gave no answer in time; nothing was dialed. */
  | { state: 'unchecked'; draft: string }
  /** The host's `onDial` has not settled; nothing else is dialed. */
  | { state: 'busy'; draft: string }
  | { state: 'done'; draft: string }
  | { state: 'failed'; draft: string; reason: string }

/**
 * What the agent does, and nothing of what the proxy said.
 *
 * A question is the callee and the skill groups shown, written as one string. Whatever refers to an
 * answer names its question, so it stops counting by itself as soon as either changes.
 */
export interface PickerState {
  /** The callee field, letter by letter. */
  typed: string
  /** True while an input method is still putting a text together. */
  composing: boolean
  /** Skill groups that the agent chose, and out of what; null until then, which means all there are. */
  chosenSkillGroups: { outOf: string; ids: readonly string[] } | null
  /** Skill group ids as they are typed where there is no list. */
  typedSkillGroupIds: string
  /** The question that is asked although its number could still continue. */
  releasedQuestion: string | null
  /** The caller that the agent chose, and for which question. */
  chosenCaller: { question: string; number: string } | null
  /** How many candidates the agent wants, and for which question. */
  wanted: { question: string; count: number } | null
  /** The question for which the agent looks through all numbers, and what for. */
  search: { question: string; filter: string } | null
  dialing: Dialing
}

export type PickerStore = StoreApi<PickerState>

/** One store per picker, so that two on a page share nothing. */
export function createPickerStore(typed: string): PickerStore {
  return createStore<PickerState>()(() => ({
    typed,
    composing: false,
    dialing: nothingDialed,
    ...allSkillGroups,
    ...nothingChosen,
  }))
}

export const nothingDialed: Dialing = { state: 'none' }

/** What there is of skill groups before the agent chose any. */
export const allSkillGroups = { chosenSkillGroups: null, typedSkillGroupIds: '' }

/** What refers to a question, before the agent did anything about one. */
const nothingChosen = { releasedQuestion: null, chosenCaller: null, wanted: null, search: null }

/** The callee field holds another text. */
export function typeCallee(store: PickerStore, typed: string): void {
  store.setState(({ dialing }) => ({
    typed,
    // A number that is emptied is done with; what was chosen for it is not kept for the next time.
    ...(typed === '' && nothingChosen),
    dialing: dialing.state === 'busy' ? dialing : nothingDialed,
  }))
}
