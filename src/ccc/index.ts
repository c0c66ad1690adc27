export type { Action, ActionParameters } from './action.ts'
export { type Envelope, type HttpAnswer, openEnvelope } from './envelope.ts'
export {
  CccError,
  type CccErrorFields,
  type CccErrorKind,
  type Retry,
} from './errors.ts'
export type { Page, PageRequest } from './list.ts'
export {
  type CalleeReading,
  formatNumber,
  maskNumber,
  readCallee,
} from './number.ts'
export { listOutboundNumbersOfUser, type OutboundNumbersRequest } from './outboundNumbers.ts'
export {
  type Candidate,
  eachOnce,
  type PlacedNumber,
  pickOutboundNumbers,
} from './pick.ts'
export { comparePlaces, type Match, nowhere, type Place, placeText } from './place.ts'
export {
  listSkillLevelsOfUser,
  type SkillGroup,
  type SkillLevel,
} from './skillGroups.ts'
