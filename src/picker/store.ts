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
 * What the agent did about a question: the callee and the skill groups shown, as a JSON string. It has no effect
 * on another question, so it ends as soon as the callee or the groups change.
 */
export interface Handling {
  question: string | null
  /** Asked although its number could still continue. */
  released?: boolean
  /** The caller that was chosen. */
  caller?: string
  /** How many candidates are wanted. */
  count?: number
  /** What all numbers are searched for; null while they are not. */
  filter?: string | null
}

/** What the agent did, and nothing that the proxy answered. */
export interface PickerState {
  /** The text of the callee field. */
  typed: string
  /** True while an input method is composing. */
  composing: boolean
  /** Skill groups that the agent chose, and from which list; null before that, which means all of them. */
  chosenSkillGroups: { outOf: string; ids: readonly string[] } | null
  /** Skill group ids as typed, when there is no list. */
  typedSkillGroupIds: string
  handling: Handling
  dialing: Dialing
}

export type PickerStore = StoreApi<PickerState>

/** One store per picker, so that two on a page share nothing. */
export function createPickerStore(typed: string): PickerStore {
  return createStore<PickerState>()(() => ({
    typed,
    composing: false,
    dialing: nothingDialed,
    handling: nothingDone,
    ...allSkillGroups,
  }))
}

export const nothingDialed: Dialing = { state: 'none', draft: null, reason: '' }

/** The skill group state before the agent chose any. */
export const allSkillGroups = { chosenSkillGroups: null, typedSkillGroupIds: '' }

const nothingDone: Handling = { question: null }

export function handlingOf({ handling }: PickerState, question: string | null): Handling {
  return handling.question === question ? handling : nothingDone
}

/** Adds to what the agent did about a question. */
export function handle(
  store: PickerStore,
  question: string | null,
  change: Partial<Handling>,
): void {
  if (question === null) return
  store.setState((state) => ({ handling: { ...handlingOf(state, question), ...change, question } }))
}

/** Changes the text of the callee field. */
export function typeCallee(store: PickerStore, typed: string): void {
  store.setState(({ dialing }) => ({
    typed,
    // Once the number is cleared, what was chosen for it is not kept.
    ...(typed === '' && { handling: nothingDone }),
    dialing: dialing.state === 'busy' ? dialing : nothingDialed,
  }))
}
