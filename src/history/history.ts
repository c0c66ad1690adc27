/** The seam that the picker has for it. */
export type { CallOutcome, PastCall } from '../ccc/index.ts'
export type { CalleeHistory, CallerUse, CallHistory, HistoryContext } from '../picker/index.ts'
