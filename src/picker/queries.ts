import { QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import {
  type Action,
  type Candidate,
  CccError,
  eachOnce,
  listOutboundNumbersOfUser,
  listSkillLevelsOfUser,
  type Page,
  type Place,
  type PlacedNumber,
  pickOutboundNumbers,
  type SkillGroup,
} from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import { type Memory, recallCaller } from './memory/index.ts'

/** What is asked of the cloud; a different question has a different answer. */
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
  place: Place
  offers: readonly Offer[]
  /** Entries that made no sense. */
  dropped: number
  /** How many were asked for. */
  count: number
  /** The number that this customer saw last, null without one. */
  lastUsed: string | null
}

/** Who asks: the agent, of which instance. */
export interface Asker {
  client: ProxyClient
  instanceId: string | undefined
  userId: string | undefined
}

const MOST_RETRIES = 2
const PAGE_SIZE = 100

/**
 * A query client of the picker's own. One of the host would bring its defaults, and an answer that
 * outlives its question: the cloud may pick otherwise the next time, so nothing is kept.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: 0,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
        // A proxy on the intranet answers whatever the browser believes of the internet.
        networkMode: 'always',
        retry: (failures, error) =>
          error instanceof CccError && error.retry === 'soon' && failures < MOST_RETRIES,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  })
}

/**
 * The cloud's pick for a question. Fetched again with a higher count, new offers are added to those
 * that are there, because a repeat may leave out what the agent has already seen.
 */
export function pickQuery(
  { client, instanceId, userId }: Asker,
  question: Question | null,
  { count, memory }: { count: () => number; memory: Memory | null },
) {
  const queryKey = ['pick', question, instanceId, userId]
  return queryOptions<Offers, Error>({
    queryKey,
    queryFn: question
      ? async ({ signal, client: queries }) => {
          const asked = count()
          const request = { ...question, count: asked, ...(instanceId && { instanceId }) }
          const [pick, lastUsed] = await Promise.all([
            client.call(pickOutboundNumbers, request, { signal }),
            memory && recallCaller(memory, question.callee),
          ])
          const offered = pick.candidates.map((one) => ({ ...one, requestId: pick.requestId }))
          const before = queries.getQueryData<Offers>(queryKey)?.offers ?? []
          return {
            place: pick.place,
            offers: eachOnce([...before, ...offered]),
            dropped: pick.dropped,
            count: asked,
            lastUsed,
          }
        }
      : skipToken,
  })
}

/** Everything that the agent may call from in these groups, for when the cloud's pick is not it. */
export function allNumbersQuery(
  { client, userId, instanceId }: Asker,
  skillGroupIds: readonly string[] | null,
) {
  return queryOptions<readonly (PlacedNumber & { requestId: string })[], Error>({
    queryKey: ['allNumbers', userId, skillGroupIds, instanceId],
    queryFn:
      userId && skillGroupIds
        ? async ({ signal }) => {
            const request = { userId, skillGroupIds, ...(instanceId && { instanceId }) }
            const pages = await allPages(client, listOutboundNumbersOfUser, request, signal)
            const numbers = pages.flatMap(({ entries, requestId }) =>
              entries.map((entry) => ({ ...entry, requestId })),
            )
            return eachOnce(numbers)
          }
        : skipToken,
  })
}

/** The voice skill groups of the agent. */
export function skillGroupsQuery({ client, userId, instanceId }: Asker, wanted: boolean) {
  return queryOptions<readonly SkillGroup[], Error>({
    queryKey: ['skillGroups', userId, instanceId, wanted],
    queryFn:
      userId && wanted
        ? async ({ signal }) => {
            const request = { userId, ...(instanceId && { instanceId }) }
            const pages = await allPages(client, listSkillLevelsOfUser, request, signal)
            return pages.flatMap(({ entries }) => entries.filter(({ voice }) => voice))
          }
        : skipToken,
  })
}

async function allPages<Request, Entry>(
  client: ProxyClient,
  action: Action<Request & { pageNumber: number; pageSize: number }, Page<Entry>>,
  request: Request,
  signal: AbortSignal,
): Promise<Page<Entry>[]> {
  const pages: Page<Entry>[] = []
  for (let seen = 0; ; ) {
    const paged = { ...request, pageNumber: pages.length + 1, pageSize: PAGE_SIZE }
    const page = await client.call(action, paged, { signal })
    pages.push(page)
    const size = page.entries.length + page.dropped
    seen += size
    if (size === 0 || seen >= page.total) return pages
  }
}
