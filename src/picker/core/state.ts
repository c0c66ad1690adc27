import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DialState } from './attempt.ts'

/**
 * What the agent did about a question, the callee and the skill groups shown, as a text, and what they saw of it. It has
 * no effect on another question, so it ends as soon as the callee or the groups change.
 */
export interface Handling {
  question: string | null
  /** Asked by Enter, although its number could still continue. */
  released?: boolean
  /** The caller that was chosen. */
  caller?: string
  /** The caller that was chosen from afar, by a key: a screen reader has to say it. */
  told?: string | undefined
  /** How many candidates are wanted. */
  count?: number
  /** What all numbers are searched for; null while they are not. */
  filter?: string | null
  /** What history said when the rows of the pick were first shown. */
  foreknown?: Foreknown
  /** The same for the rows of the search, until they are others. */
  foreknownInSearch?: Foreknown | undefined
}

/** What orders and selects; whatever history says later only marks. */
export interface Foreknown {
  /** The caller that the customer answered last. */
  answered: string | null
  /** Callers that were used too often. */
  capped: readonly string[]
}

/** What the agent did and saw, and nothing else that was answered. */
export interface PickerState {
  /** The text of the callee field. */
  typed: string
  /** What the last paste took the place of; null if there is nothing to give back. */
  replaced: string | null
  /** True once nothing was typed for half a second. */
  rested: boolean
  /** True while the focus is in the callee field. */
  editing: boolean
  /** True while an input method is composing. */
  composing: boolean
  /** Skill groups that the agent chose, and from which list; null before that, which means all of them. */
  chosenSkillGroups: { outOf: string; ids: readonly string[] } | null
  /** Skill group ids as typed, when there is no list. */
  typedSkillGroupIds: string
  handling: Handling
  dial: DialState
}

/** One store per picker, so that two on a page share nothing. */
export function createPickerStore(typed: string): StoreApi<PickerState> {
  return createStore<PickerState>()(() => ({
    typed,
    replaced: null,
    rested: true,
    editing: false,
    composing: false,
    handling: nothingDone,
    dial: { status: 'idle' },
    ...allSkillGroups,
  }))
}

/** The skill group state before the agent chose any. */
export const allSkillGroups = { chosenSkillGroups: null, typedSkillGroupIds: '' }

export const nothingDone: Handling = { question: null }

/** What was known when the rows that are shown now were first shown: those of the pick, or of a search. */
export function foreknownOf(
  { foreknown, foreknownInSearch }: Handling,
  filter: string | null,
): Foreknown | undefined {
  return filter === null ? foreknown : foreknownInSearch
}

export function handlingOf({ handling }: PickerState, question: string | null): Handling {
  return handling.question === question ? handling : nothingDone
}
