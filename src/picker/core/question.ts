import { type CalleeReading, readCallee, type SkillLevel } from '../../ccc/index.ts'
import type { PickerOptions } from './options.ts'
import type { Answer } from './questions.ts'
import { readSkillGroups, type SkillGroupsState } from './skillGroups.ts'
import { type Handling, handlingOf, type PickerState } from './state.ts'

/** What the cloud is asked; a different question gets a different answer. */
export interface Question {
  callee: string
  skillGroupIds: readonly string[]
}

/** What the agent's number and groups ask for. */
export interface Inquiry {
  reading: CalleeReading
  skillGroups: SkillGroupsState
  /** Null as long as there is nothing to ask. */
  question: Question | null
  /** The question once it is to be asked; null before. */
  asked: Question | null
  /** What the agent did about this question. */
  handling: Handling
}

/** Reads the question of this moment. */
export function readInquiry(
  state: PickerState,
  options: PickerOptions,
  groups: Answer<readonly SkillLevel[]>,
  rememberedGroups: readonly string[] | null,
): Inquiry {
  const reading = readCallee(state.typed)
  const skillGroups = readSkillGroups(state, options, groups, rememberedGroups)
  const question =
    !state.composing && reading.state === 'complete' && skillGroups.chosenIds.length > 0
      ? { callee: reading.number, skillGroupIds: skillGroups.chosenIds }
      : null
  const handling = handlingOf(state, keyOf(question))
  const final = reading.state === 'complete' && reading.final
  const asked = final || state.rested || handling.released ? question : null
  return { reading, skillGroups, question, asked, handling }
}

/** A question as a text, to compare it by. */
export function keyOf(question: Question | null): string | null {
  return question && JSON.stringify([question.callee, question.skillGroupIds])
}
