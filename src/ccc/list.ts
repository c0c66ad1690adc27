import { type CccEnvelope, field, unreadable } from './envelope.ts'

/** Asks for a page of an agent's list. */
export interface CccPageRequest {
  /** Such as `agent@ccc-test`. */
  userId: string
  /** 1 to 100. */
  pageNumber: number
  /** 1 to 100. */
  pageSize: number
  /** Leave it out if the proxy knows its instance. */
  instanceId?: string | undefined
}

/** One page of a longer list. */
export interface CccPage<Entry> {
  entries: readonly Entry[]
  /** How many entries there are on all pages. */
  total: number
  /** How many entries of this page were unreadable and left out. */
  dropped: number
  requestId: string
}

/**
 * Reads `{ PageNumber, PageSize, TotalCount, List }`, or a bare list; `key` is a field that every entry
 * has.
 */
export function readPage<Entry>(
  { data, requestId }: CccEnvelope,
  key: string,
  readEntry: (entry: unknown) => Entry | null,
): CccPage<Entry> {
  const found = readList(field(data, 'List') ?? data, key)
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

/**
 * In an answer, a list may be an array, its single entry, or wrapped once more in an object
 * (`{ NumberPair: […] }`). Null if it is none of these.
 */
function readList(value: unknown, key: string): readonly unknown[] | null {
  const [inner, ...others] = Object.values(value ?? {})
  return listOrEntry(value, key) ?? (others.length > 0 ? null : listOrEntry(inner, key))
}

function listOrEntry(value: unknown, key: string): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  return field(value, key) === undefined ? null : [value]
}
