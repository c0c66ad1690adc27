/** What the cloud's call records say about a customer and the company's numbers: for the picker's `history`. */
export type { CallOutcome, PastCall } from '../ccc/index.ts'
export type { CalleeHistory, CallerUse, CallHistory, HistoryContext } from '../picker/index.ts'
export { historyFromRecords, type RecordsOptions } from './fromRecords.ts'
export { historyThroughProxy, type ProxyHistoryOptions } from './throughProxy.ts'
