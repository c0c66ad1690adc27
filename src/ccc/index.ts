export type { CccAction, CccActionParameters } from './action.ts'
export { type CallRecordsRequest, listCallDetailRecordsV2 } from './callRecords.ts'
export { type CccEnvelope, field, type HttpAnswer, openEnvelope } from './envelope.ts'
export {
  CccError,
  type CccErrorFields,
  type CccErrorKind,
  type CccLocalCode,
  type CccRetry,
  kindOf,
} from './errors.ts'
export type { CccPage } from './list.ts'
export {
  type CalleeReading,
  formatNumber,
  maskNumber,
  type NumberKind,
  readCallee,
} from './number.ts'
export { listOutboundNumbersOfUser, type OutboundNumbersRequest } from './outboundNumbers.ts'
export type { CallOutcome, PastCall } from './pastCall.ts'
export {
  type Candidate,
  eachOnce,
  type ForHistory,
  type PickRequest,
  type PickResult,
  type PlacedNumber,
  pickOutboundNumbers,
} from './pick.ts'
export { comparePlaces, nowhere, type Place, type PlaceMatch, placeText } from './place.ts'
export {
  listSkillLevelsOfUser,
  type SkillGroup,
  type SkillLevel,
} from './skillGroups.ts'
export { startOfDay } from './startOfDay.ts'
