export { allGuards } from './allGuards.ts'
export { type CallFrequencyOptions, type CallLimit, callFrequency } from './callFrequency.ts'
export { type CallingHoursOptions, callingHours } from './callingHours.ts'
