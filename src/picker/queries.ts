import { QueryClient, skipToken, type UseQueryOptions } from '@tanstack/react-query'
import {
  type Action,
  type Candidate,
  CccError,
  eachOnce,
  type OutboundNumbersRequest,
  type Page,
  type Place,
  pickOutboundNumbers,
} from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import { type Memory, recallCaller } from './memory/index.ts'

/** What the cloud is asked; a different question gets a different answer. */
export interface Question {
  callee: string
  skillGroupIds: readonly string[]
}

/** A caller with the answer in which it was offered. */
export interface Offer extends Candidate {
  requestId: string
}

/** What the cloud offered for a question, in one answer or in several. */
export interface Offers {
  /** Null if there is no answer. */
  place: Place | null
  offers: readonly Offer[]
  /** How many entries were unreadable. */
  dropped: number
  /** The number that this customer saw last, null if there is none. */
  lastUsed: string | null
}

/** Who asks: the agent and the instance. */
export interface Asker {
  client: ProxyClient
  instanceId: string | undefined
  userId: string | undefined
}

const MOST_RETRIES = 2
const PAGE_SIZE = 100

/**
 * The picker's own query client. The host's would bring its own defaults, and keep answers longer than
 * their questions. The cloud may pick differently the next time, so nothing is kept.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: 0,
        refetchOnWindowFocus: false,
        staleTime: Number.POSITIVE_INFINITY,
        // A proxy on the intranet answers even if the browser thinks it is offline.
        networkMode: 'always',
        retry: (failures, error) =>
          error instanceof CccError && error.retry === 'soon' && failures < MOST_RETRIES,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  })
}

/**
 * The cloud's pick for a question. When it is fetched again with a higher count, new offers are added to
 * the existing ones, because a repeated answer may leave out what the agent has already seen.
 */
export function pickQuery(
  { client, instanceId, userId }: Asker,
  question: Question | null,
  { count, memory }: { count: () => number; memory: Memory | null },
): UseQueryOptions<Offers> {
  const queryKey = ['pick', question, instanceId, userId]
  return {
    queryKey,
    queryFn: question
      ? async ({ signal, client: queries }) => {
          const request = { ...question, count: count(), instanceId }
          const [pick, lastUsed] = await Promise.all([
            client.call(pickOutboundNumbers, request, { signal }),
            memory && recallCaller(memory, question.callee),
          ])
          const { place, candidates, dropped, requestId } = pick
          const offered = candidates.map((one) => ({ ...one, requestId }))
          const before = queries.getQueryData<Offers>(queryKey)
          return {
            place: before?.place ?? place,
            offers: eachOnce([...(before?.offers ?? []), ...offered]),
            dropped,
            lastUsed,
          }
        }
      : skipToken,
  }
}

/** All pages of an agent's list; each entry has the request id of its answer. */
export function listQuery<Entry>(
  { client, userId, instanceId }: Asker,
  action: Action<OutboundNumbersRequest, Page<Entry>>,
  /** Null while the list is not wanted. */
  wanted: { skillGroupIds?: readonly string[] } | null,
): UseQueryOptions<readonly (Entry & { requestId: string })[]> {
  return {
    queryKey: [action.name, userId, instanceId, wanted],
    queryFn:
      userId && wanted
        ? async ({ signal }) => {
            const list: (Entry & { requestId: string })[] = []
            for (let seen = 0, pageNumber = 1; ; pageNumber++) {
              const request = { ...wanted, userId, instanceId, pageNumber, pageSize: PAGE_SIZE }
              const page = await client.call(action, request, { signal })
              const { entries, dropped, total, requestId } = page
              list.push(...entries.map((entry) => ({ ...entry, requestId })))
              seen += entries.length + dropped
              if (entries.length + dropped === 0 || seen >= total) return list
            }
          }
        : skipToken,
  }
}
