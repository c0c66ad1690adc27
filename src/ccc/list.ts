import { type Envelope, field, isRecord, unreadable } from './envelope.ts'

/**
 * The entries of a list, which may stand in an answer as an array, as its single entry, or wrapped
 * once more in an object (`{ NumberPair: […] }`). Null where it is none of these.
 */
export function readEntries(
  value: unknown,
  isEntry: (record: Readonly<Record<string, unknown>>) => boolean,
): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return null
  if (isEntry(value)) return [value]
  const [inner, ...others] = Object.values(value)
  if (others.length > 0) return null
  if (Array.isArray(inner)) return inner
  return isRecord(inner) && isEntry(inner) ? [inner] : null
}

/** One page of a longer list. */
export interface Page<Entry> {
  entries: readonly Entry[]
  /** How many entries there are on all pages. */
  total: number
  /** Entries of this page that made no sense and were left out. */
  dropped: number
  requestId: string
}

/** Reads `{ PageNumber, PageSize, TotalCount, List }`; `key` is a field that every entry has. */
export function readPage<Entry>(
  { data, requestId }: Envelope,
  key: string,
  readEntry: (entry: unknown) => Entry | null,
): Page<Entry> {
  const list = isRecord(data) ? field(data, 'List') : data
  const found = readEntries(list, (record) => field(record, key) !== undefined)
  if (!found) throw unreadable('Data holds no List.', requestId)

  const entries = found.map(readEntry).filter((entry) => entry !== null)
  const total = Number(field(data, 'TotalCount'))
  return {
    entries,
    total: Number.isFinite(total) ? total : found.length,
    dropped: found.length - entries.length,
    requestId,
  }
}
