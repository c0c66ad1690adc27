/** What the cloud's call records say about a customer and the company's numbers: for the picker's `history`. */
export { historyFromRecords, type RecordsOptions } from './fromRecords.ts'
export type {
  CalleeHistory,
  CallerUse,
  CallHistory,
  CallOutcome,
  HistoryContext,
  PastCall,
} from './history.ts'
export { historyThroughProxy, type ProxyHistoryOptions } from './throughProxy.ts'
