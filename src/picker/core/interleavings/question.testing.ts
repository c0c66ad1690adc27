import type { SkillGroup } from '../../../ccc/index.ts'
import type { PickerSnapshot } from '../snapshot.ts'
import { numberIn } from './texts.testing.ts'

/** What an answer offered, and to which question. */
export interface Answered {
  /** Null for a list of all numbers. */
  callee: string | null
  skillGroupIds: readonly string[]
  callers: readonly string[]
}

export function idsOf(groups: readonly SkillGroup[]): readonly string[] {
  return groups.map(({ id }) => id)
}

/** The question that is shown, as a text. */
export function questionIn({ callee, skillGroups }: PickerSnapshot): string {
  return [numberIn(callee.typed), ...skillGroups.chosenIds].join()
}

/** Which of two lists is shown. */
export function listIn({ search }: PickerSnapshot): 'pick' | 'search' {
  return typeof search?.filter === 'string' ? 'search' : 'pick'
}

/** The list that is shown, as a text. */
export function listOf(snapshot: PickerSnapshot): string {
  return [questionIn(snapshot), snapshot.search?.filter].join()
}
