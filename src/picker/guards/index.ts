export { type CallFrequencyOptions, type CallLimit, callFrequency } from './callFrequency.ts'
export { type CallingHoursOptions, callingHours } from './callingHours.ts'
export { allGuards, type DialGuard, type GuardContext, type Verdict } from './guard.ts'
