import { readCallee } from '../../ccc/index.ts'
import { groupNumber } from './callee.ts'
import type { Core } from './core.ts'
import { allSkillGroups, nothingDone, type PickerState } from './state.ts'

/** Milliseconds without a key after which a number is asked for that could continue, and a wrong one is announced. */
const PAUSE = 500

/** What happens to the callee. */
export interface CalleeVerbs {
  /** The agent typed: the field holds this text now. */
  type: (text: string) => void
  /** The agent pasted: the field holds this text now. */
  paste: (text: string) => void
  /** Gives back what the last paste took the place of; false if there is nothing. */
  undo: () => boolean
  /** An input method began to compose in the field. */
  compose: () => void
  /** The input method is done, and the field holds this text now. */
  composed: (text: string) => void
  /** The focus came into the field. */
  edit: () => void
  /** The focus left the field. */
  leave: () => void
  /** The text holds several numbers: the agent takes the first. */
  takeFirst: () => void
  /** The agent empties the field. */
  clear: () => void
  /** The host writes a number into the field, as on click-to-dial. */
  setCallee: (text: string) => void
  /** The host keeps the callee, and says what it is. */
  obey: (callee: string) => void
  /** Empties the field and restores the groups that were chosen at first. */
  reset: () => void
  stopResting: () => void
  /** Waits for the pause anew, if it was broken off. */
  goOnResting: () => void
}

export function createCalleeVerbs({ store, clock, options, change }: Core): CalleeVerbs {
  let stopResting = () => {}

  function rest(): void {
    stopResting()
    stopResting = clock.after(PAUSE, () => change({ rested: true }))
  }

  function write(typed: string, more: Partial<PickerState> = {}): void {
    const before = store.getState()
    // A number that is merely grouped is the same number.
    const rested = before.rested && readsTheSame(before.typed, typed)
    rest()
    const cleared = typed === '' && { handling: nothingDone }
    change({ typed, rested, replaced: null, ...cleared, ...more })
  }

  /** Writes a text that the host has not heard of. */
  function tell(typed: string, more: Partial<PickerState> = {}): void {
    const known = typed === store.getState().typed
    write(typed, more)
    if (!known) options().onCalleeChange?.(typed)
  }

  const type = (text: string) => {
    if (text !== store.getState().typed) tell(text)
  }

  return {
    type,
    paste: (text) => tell(groupNumber(text, true), { replaced: store.getState().typed }),
    undo: () => {
      const { replaced } = store.getState()
      if (replaced !== null) tell(replaced)
      return replaced !== null
    },
    compose: () => change({ composing: true }),
    composed: (text) => {
      // A number that the host wrote meanwhile has ended it.
      if (store.getState().composing) tell(groupNumber(text, false), { composing: false })
    },
    edit: () => change({ editing: true }),
    leave: () => {
      change({ editing: false })
      type(groupNumber(store.getState().typed, true))
    },
    takeFirst: () => {
      const { typed } = store.getState()
      const reading = readCallee(typed)
      if (reading.state === 'several') tell(groupNumber(reading.first, true), { replaced: typed })
    },
    clear: () => tell('', { replaced: store.getState().typed }),
    setCallee: (text) => tell(groupNumber(text, true), { composing: false }),
    obey: (callee) => {
      const { typed } = store.getState()
      const text = callee === typed ? typed : groupNumber(callee, true)
      if (text !== typed) write(text, { composing: false })
    },
    reset: () => tell('', { composing: false, ...allSkillGroups }),
    stopResting: () => stopResting(),
    goOnResting: () => {
      if (!store.getState().rested) rest()
    },
  }
}

function readsTheSame(one: string, other: string): boolean {
  const [read, again] = [readCallee(one), readCallee(other)]
  return read.state === 'complete' && again.state === 'complete' && read.number === again.number
}
