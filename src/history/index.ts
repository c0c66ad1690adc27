export type {
  CalleeHistory,
  CallerUse,
  CallHistory,
  CallOutcome,
  HistoryContext,
  PastCall,
} from './history.ts'
