export {
  type ActionChoice,
  isRead,
  permit,
  pickerActions,
  takesUser,
  workbenchActions,
} from './actions.ts'
export type { Parameters } from './parameters.ts'
export { type Call, readCall } from './readCall.ts'
