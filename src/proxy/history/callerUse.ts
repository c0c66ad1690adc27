import type { ListRecords } from './records.ts'

/** What `GetCallerUsage` answers of each caller: calls of today. */
export interface CallerUse {
  Number: string
  Dialed: number
  Answered: number
}

/**
 * Counts a caller's calls, at two calls to the cloud at most; null if history may not cost them now.
 *
 * @param from milliseconds since 1970
 */
export async function learnCallerUse(
  caller: string,
  list: ListRecords,
  from: number,
): Promise<CallerUse | null> {
  const dialed = await list({ caller, from, pageSize: 1 })
  if (!dialed) return null
  if (dialed.total === 0) return { Number: caller, Dialed: 0, Answered: 0 }
  const answered = await list({ caller, answered: true, from, pageSize: 1 })
  return answered && { Number: caller, Dialed: dialed.total, Answered: answered.total }
}
