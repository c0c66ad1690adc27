import type { SkillGroup, SkillLevel } from '../../ccc/index.ts'
import type { PickerOptions } from './options.ts'
import type { Answer } from './questions.ts'
import type { PickerState } from './state.ts'

/** The skill groups that numbers are picked from. */
export type SkillGroupsState =
  /** The agent ticks groups of a list. */
  | {
      source: 'list'
      /** Null while they are loading. */
      groups: readonly SkillGroup[] | null
      /** The ids of the ticked ones, in the order of the list. */
      chosenIds: readonly string[]
    }
  /** There is no list, so the agent types ids. */
  | {
      source: 'ids'
      /** As typed, separated by blanks, commas or semicolons; they take effect once chosen. */
      typedIds: string
      /** The ids that were typed, each once. */
      chosenIds: readonly string[]
      /** Why the list could not be loaded; null if none was to be. */
      error: Error | null
    }

const none: readonly string[] = []

/** The list that groups are chosen from. Another one starts without the choices of this one. */
export function listOf({ skillGroups, instanceId, userId }: PickerOptions, error: Error | null) {
  // A proxy that forbids the list must not keep the agent from working.
  const source = skillGroups || (userId && !error) ? 'list' : 'ids'
  return { source, name: JSON.stringify([source, instanceId, userId]) } as const
}

/** The groups given by the host, else loaded, else typed as ids, and which of them are chosen. */
export function readSkillGroups(
  state: PickerState,
  options: PickerOptions,
  loaded: Answer<readonly SkillLevel[]>,
  /** What the agent chose the last time, before this picker. */
  remembered: readonly string[] | null,
): SkillGroupsState {
  const list = listOf(options, loaded.error)
  const last = state.chosenSkillGroups
  const chosen = last?.outOf === list.name ? last.ids : null
  if (list.source === 'ids') {
    const typedIds = state.typedSkillGroupIds
    return { source: 'ids', typedIds, chosenIds: chosen ?? none, error: loaded.error }
  }

  const groups = options.skillGroups ?? loaded.data?.filter(({ voice }) => voice) ?? null
  const listed = groups?.map(({ id }) => id) ?? none
  const known = remembered?.filter((id) => listed.includes(id)) ?? none
  const ticked = chosen ?? (known.length > 0 ? known : listed)
  return { source: 'list', groups, chosenIds: listed.filter((id) => ticked.includes(id)) }
}

/** Ids as an agent types them: each once. */
export function readTypedIds(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((id) => id !== ''))]
}
