import type { Core } from './core.ts'
import { listOf, readTypedIds } from './skillGroups.ts'

/** What the agent does with the skill groups. */
export interface SkillGroupVerbs {
  /** Ticks a group of the list, or unticks it. */
  toggleSkillGroup: (id: string) => void
  /** The field for ids holds this text now. */
  typeSkillGroupIds: (text: string) => void
  /** The typed ids are complete, as on Enter or when the field loses focus. */
  chooseSkillGroupIds: () => void
  /** Loads the list again. */
  retrySkillGroups: () => void
}

export function createSkillGroupVerbs(core: Core): SkillGroupVerbs {
  const { store, moment, options, questions, memory, change } = core

  function choose(ids: readonly string[], more: { typedSkillGroupIds?: string } = {}): void {
    const { name } = listOf(options(), questions.groups().error)
    change({ chosenSkillGroups: { outOf: name, ids }, ...more })
  }

  return {
    toggleSkillGroup: (id) => {
      const { skillGroups } = moment().snapshot
      if (skillGroups.source !== 'list' || !skillGroups.groups) return
      const chosen = skillGroups.chosenIds
      const listed = skillGroups.groups.map((group) => group.id)
      const ids = listed.filter((other) => (other === id) !== chosen.includes(other))
      choose(ids)
      memory()?.keepSkillGroups(ids)
    },
    // Half-typed ids choose nothing.
    typeSkillGroupIds: (text) => choose([], { typedSkillGroupIds: text }),
    chooseSkillGroupIds: () => choose(readTypedIds(store.getState().typedSkillGroupIds)),
    retrySkillGroups: () => questions.again('groups'),
  }
}
