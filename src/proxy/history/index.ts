export { type HistoryOptions, historyDefaults, isTimeZone, readHistoryOptions } from './options.ts'
export { withHistory } from './withHistory.ts'
