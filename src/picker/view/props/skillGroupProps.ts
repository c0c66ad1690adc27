import type { ChangeEvent, KeyboardEvent } from 'react'
import type { SkillGroup } from '../../../ccc/index.ts'
import { isComposing, type PropsContext } from './context.ts'

/** Props for the skill groups: ticked in a list, or typed as ids where there is none. */
export function createSkillGroupProps({ picker, snapshot, messages }: PropsContext) {
  const { skillGroups } = snapshot
  return {
    /** For the element around the groups. */
    getSkillGroupsProps: () => ({
      role: 'group' as const,
      'aria-label': messages.skillGroups,
      'aria-busy': skillGroups.source === 'list' && skillGroups.groups === null ? true : undefined,
    }),

    /** For a group's checkbox, which needs a label of its own. */
    getSkillGroupProps: ({ id }: SkillGroup) => ({
      form: '',
      type: 'checkbox' as const,
      checked: skillGroups.chosenIds.includes(id),
      onChange: () => picker.toggleSkillGroup(id),
    }),

    /** For the field of ids; they count once the agent presses Enter or leaves it. */
    getSkillGroupIdsProps: () => ({
      form: '',
      type: 'text' as const,
      autoComplete: 'off',
      spellCheck: false,
      'aria-label': messages.skillGroupIds,
      placeholder: messages.skillGroupIdsPlaceholder,
      value: skillGroups.source === 'ids' ? skillGroups.typedIds : '',
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        picker.typeSkillGroupIds(target.value),
      onBlur: picker.chooseSkillGroupIds,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' && !isComposing(event)) picker.chooseSkillGroupIds()
      },
    }),
  }
}
