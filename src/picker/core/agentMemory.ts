import { type Memory, memoryOf, nothingRemembered, type Remembered } from '../memory/index.ts'
import type { PickerOptions } from './options.ts'

/** The memory of the agent who is at the picker now. */
export interface AgentMemory {
  /** Goes by these options; nothing is read while nobody looks. */
  follow: (options: PickerOptions, isRunning: boolean) => void
  /** Null where nothing is remembered. */
  memory: () => Memory | null
  /** Null where the host wants nothing remembered. */
  remembered: () => Remembered | null
  /** The groups as they were at first: what the agent ticks from now on is remembered for the next time. */
  groups: () => readonly string[] | null
}

export function createAgentMemory(onChange: () => void): AgentMemory {
  let memory: Memory | null = null
  let leave = () => {}
  let remembered: Remembered | null = nothingRemembered
  let groups: readonly string[] | null = null

  return {
    follow: (options, isRunning) => {
      const { instanceId = '', userId = '' } = options
      const wanted = isRunning && options.memory !== false ? memoryOf(instanceId, userId) : null
      if (wanted !== memory) {
        leave()
        memory = wanted
        leave = memory?.subscribe(onChange) ?? (() => {})
        groups = memory?.getState().skillGroupIds ?? null
      }
      remembered = options.memory === false ? null : (memory?.getState() ?? nothingRemembered)
    },
    memory: () => memory,
    remembered: () => remembered,
    groups: () => groups,
  }
}
