import { QueryClient, queryOptions, skipToken } from '@tanstack/react-query'
import {
  CccError,
  listSkillLevelsOfUser,
  type Pick,
  pickOutboundNumbers,
  type SkillGroup,
} from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import { orderCandidates } from './order.ts'

/** What is asked of the cloud; a different question has a different answer. */
export interface Question {
  callee: string
  skillGroupIds: readonly string[]
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

export function pickQuery(
  client: ProxyClient,
  question: Question | null,
  { count, instanceId }: { count: number; instanceId: string | undefined },
) {
  return queryOptions<Pick, Error>({
    queryKey: ['pick', question, count, instanceId],
    queryFn: question
      ? async ({ signal }) => {
          const request = { ...question, count, ...(instanceId && { instanceId }) }
          const pick = await client.call(pickOutboundNumbers, request, { signal })
          return { ...pick, candidates: orderCandidates(pick.candidates) }
        }
      : skipToken,
  })
}

/** All voice skill groups of an agent, page by page. */
export function skillGroupsQuery(
  client: ProxyClient,
  userId: string | undefined,
  instanceId: string | undefined,
) {
  return queryOptions<readonly SkillGroup[], Error>({
    queryKey: ['skillGroups', userId, instanceId],
    queryFn: userId
      ? async ({ signal }) => {
          const groups: SkillGroup[] = []
          for (let pageNumber = 1, seen = 0, total = 1; seen < total; pageNumber++) {
            const request = {
              userId,
              pageNumber,
              pageSize: PAGE_SIZE,
              ...(instanceId && { instanceId }),
            }
            const page = await client.call(listSkillLevelsOfUser, request, { signal })
            groups.push(...page.entries.filter(({ voice }) => voice))
            seen += page.entries.length + page.dropped
            total = page.entries.length > 0 ? page.total : seen
          }
          return groups
        }
      : skipToken,
  })
}
