export {
  type ActionChoice,
  historyActions,
  isRead,
  permit,
  pickerActions,
  presets,
  takesUser,
  workbenchActions,
} from './actions.ts'
export type { ApiParameters } from './parameters.ts'
export { type Call, namedAction, readCall } from './readCall.ts'
