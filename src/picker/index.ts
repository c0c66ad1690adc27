export type { DialDraft } from './draft.ts'
export {
  allGuards,
  type CallFrequencyOptions,
  type CallingHoursOptions,
  type CallLimit,
  callFrequency,
  callingHours,
  type DialGuard,
  type GuardContext,
  type Verdict,
} from './guards/index.ts'
export {
  enUS,
  type Locale,
  type MessageOverrides,
  type Messages,
  zhCN,
} from './messages/index.ts'
export {
  OutboundNumberPicker,
  type OutboundNumberPickerProps,
  type PickerHandle,
} from './OutboundNumberPicker.tsx'
export type { Dialing } from './store.ts'
export {
  type CallerNote,
  type OutboundNumberPickerModel,
  type PickerCandidate,
  type PickerOptions,
  type PickState,
  useOutboundNumberPicker,
} from './useOutboundNumberPicker.ts'
