import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * What came of the last dial. While it is `busy` the host's `onDial` has not settled, and nothing
 * else is dialed.
 */
export type Dialing =
  | { state: 'none' }
  | { state: 'busy' | 'done'; question: string; callee: string; caller: string }
  | { state: 'failed'; question: string; reason: string }

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
  /** Skill groups that the agent chose; null until then, which means all there are. */
  chosenSkillGroupIds: readonly string[] | null
  /** The question that is asked although its number could still continue. */
  releasedQuestion: string | null
  /** The caller that the agent chose, and for which question. */
  chosenCaller: { question: string; number: string } | null
  dialing: Dialing

  type: (typed: string) => void
  compose: (composing: boolean) => void
  chooseSkillGroups: (ids: readonly string[]) => void
  release: (question: string) => void
  chooseCaller: (question: string, number: string) => void
  setDialing: (dialing: Dialing) => void
  clear: () => void
}

export type PickerStore = StoreApi<PickerState>

/** One store per picker, so that two on a page share nothing. */
export function createPickerStore(): PickerStore {
  return createStore<PickerState>()((set) => ({
    typed: '',
    composing: false,
    chosenSkillGroupIds: null,
    releasedQuestion: null,
    chosenCaller: null,
    dialing: { state: 'none' },

    type: (typed) => set(({ dialing }) => ({ typed, dialing: settled(dialing) })),
    compose: (composing) => set({ composing }),
    chooseSkillGroups: (chosenSkillGroupIds) => set({ chosenSkillGroupIds }),
    release: (releasedQuestion) => set({ releasedQuestion }),
    chooseCaller: (question, number) => set({ chosenCaller: { question, number } }),
    setDialing: (dialing) => set({ dialing }),
    clear: () =>
      set(({ dialing }) => ({
        typed: '',
        composing: false,
        releasedQuestion: null,
        chosenCaller: null,
        dialing: settled(dialing),
      })),
  }))
}

/** A dial that is over is forgotten with the number it was for; a busy one goes on. */
function settled(dialing: Dialing): Dialing {
  return dialing.state === 'busy' ? dialing : { state: 'none' }
}
