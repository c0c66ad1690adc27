import { createCalleeProps } from './calleeProps.ts'
import { createCallerProps } from './callerProps.ts'
import type { PropsContext } from './context.ts'
import { createDialProps } from './dialProps.ts'
import { createPickerProps } from './pickerProps.ts'
import { createSkillGroupProps } from './skillGroupProps.ts'

export { candidateProps } from './callerProps.ts'

/** Props for every part of a picker, with roles, names and keys in them: a host adds nothing but looks. */
export type PropGetters = ReturnType<typeof createPropGetters>

export function createPropGetters(context: PropsContext) {
  return {
    ...createPickerProps(context),
    ...createCalleeProps(context),
    ...createSkillGroupProps(context),
    ...createCallerProps(context),
    ...createDialProps(context),
  }
}
