import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * The last dial. It names its draft, as a JSON string, so that what is said about one call is never shown with
 * another.
 */
export interface Dialing {
  state:
    | 'none'
    /** The host's guard is checking it. */
    | 'checking'
    /** The guard wants the agent to confirm. */
    | 'warned'
    | 'refused'
    /** The guard gave no answer in time; nothing was dialed. */
    | 'unchecked'
    /** The host's `onDial` has not settled; nothing else is dialed. */
    | 'busy'
    | 'done'
    | 'failed'
  draft: string | null
  /** Why it was warned about, was refused or failed; `''` if nobody said. */
  reason: string
}

/**
 * What the agent did, and nothing that the proxy answered.
 *
 * A question is the callee and the skill groups shown, as a JSON string. Whatever refers to an answer names
 * its question, so it stops having an effect as soon as the callee or the groups change.
 */
export interface PickerState {
  /** The text of the callee field. */
  typed: string
  /** True while an input method is composing. */
  composing: boolean
  /** Skill groups that the agent chose, and from which list; null before that, which means all of them. */
  chosenSkillGroups: { outOf: string; ids: readonly string[] } | null
  /** Skill group ids as typed, when there is no list. */
  typedSkillGroupIds: string
  /** The question that is asked although its number could still continue. */
  releasedQuestion: string | null
  /** The caller that the agent chose, and for which question. */
  chosenCaller: { question: string; number: string } | null
  /** How many candidates the agent wants, and for which question. */
  wanted: { question: string; count: number } | null
  /** The question for which the agent searches all numbers, and the search text. */
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

export const nothingDialed: Dialing = { state: 'none', draft: null, reason: '' }

/** The skill group state before the agent chose any. */
export const allSkillGroups = { chosenSkillGroups: null, typedSkillGroupIds: '' }

/** The state that refers to a question, before the agent did anything. */
const nothingChosen = { releasedQuestion: null, chosenCaller: null, wanted: null, search: null }

/** Changes the text of the callee field. */
export function typeCallee(store: PickerStore, typed: string): void {
  store.setState(({ dialing }) => ({
    typed,
    // Once the number is cleared, what was chosen for it is not kept.
    ...(typed === '' && nothingChosen),
    dialing: dialing.state === 'busy' ? dialing : nothingDialed,
  }))
}
