import type { Memory, Remembered } from '../memory/index.ts'

export const nothingRemembered: Remembered = {
  salt: '',
  enabled: true,
  lastCallers: [],
  skillGroupIds: null,
  pins: [],
}

let state = nothingRemembered
const listeners = new Set<() => void>()

function change(part: Partial<Remembered>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

/** A memory for one agent, which hashes nothing and needs no time. */
const memory: Memory = {
  getState: () => state,
  subscribe: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  recall: async (callee) =>
    state.lastCallers.find(({ customer }) => customer === callee)?.caller ?? null,
  remember: async (callee, caller) => {
    const others = state.lastCallers.filter(({ customer }) => customer !== callee)
    change({ lastCallers: [{ customer: callee, caller, at: 0 }, ...others] })
  },
  enable: (enabled) =>
    change(enabled ? { enabled } : { enabled, lastCallers: [], skillGroupIds: null }),
  pin: (number, pinned) => {
    const others = state.pins.filter((pin) => pin !== number)
    change({ pins: pinned ? [...others, number] : others })
  },
  keepSkillGroups: (skillGroupIds) => change({ skillGroupIds }),
}

/** Stands in for the memory's own function of this name. */
export const memoryOf = (): Memory => memory

/** Forgets everything, as before an agent's first day. */
export function startMemory(): void {
  state = nothingRemembered
  listeners.clear()
}
