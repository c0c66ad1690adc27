import { type QueryObserverOptions, skipToken } from '@tanstack/react-query'
import {
  type Candidate,
  type CccAction,
  type CccPage,
  eachOnce,
  type ForHistory,
  type OutboundNumbersRequest,
  type Place,
  pickOutboundNumbers,
} from '../../ccc/index.ts'
import type { ProxyClient } from '../../client/index.ts'
import type { Memory } from '../memory/index.ts'
import { nearestFirst } from './order.ts'
import type { Question } from './question.ts'

/** A caller with the answer in which it was offered. */
export interface Offer extends Candidate {
  /** Request id of the answer in which it was offered. */
  requestId: string
}

/** What the cloud offered for a question, in one answer or in several; for history, what the newest carried. */
export interface Offers extends ForHistory {
  place: Place
  offers: readonly Offer[]
  /** How many entries were unreadable. */
  dropped: number
  /** The number that this customer saw last, null if there is none. */
  lastUsed: string | null
}

/** An entry of a list, with the answer that it came in. */
export type Listed<Entry> = Entry & { requestId: string }

/** What a picker wants to know now; null for what it does not. */
export interface Wants {
  client: ProxyClient
  instanceId: string | undefined
  userId: string | undefined
  memory: Memory | null
  /** The agent's skill groups. */
  groups: boolean
  pick: Question | null
  /** All numbers of these skill groups. */
  all: readonly string[] | null
  /** How many candidates; read when the request is made. */
  count: () => number
  /** Hears what an answer carried for history, before anybody sees the answer. */
  hear: (forHistory: ForHistory) => void
}

const PAGE_SIZE = 100

/**
 * The cloud's pick. When it is fetched again with a higher count, new offers are added below the existing ones,
 * because a repeated answer may leave out what the agent has already seen.
 */
export function pickQuery(wants: Wants): QueryObserverOptions<Offers> {
  const { client, instanceId, userId, memory, pick: question, count, hear } = wants
  const queryKey = ['pick', question, instanceId, userId]
  return {
    queryKey,
    queryFn: question
      ? async ({ signal, client: queries }) => {
          const request = { ...question, count: count(), instanceId }
          const picking = client.call(pickOutboundNumbers, request, { signal })
          const [pick, lastUsed] = await Promise.all([
            // At once, so that what history makes of it is there when the rows are.
            picking.then((pick) => {
              hear(pick)
              return pick
            }),
            memory?.recall(question.callee) ?? null,
          ])
          const { place, candidates, dropped, requestId, offer, calleeHistory } = pick
          const offered = nearestFirst(candidates).map((one) => ({ ...one, requestId }))
          const before = queries.getQueryData<Offers>(queryKey)
          return {
            place: before?.place ?? place,
            offers: eachOnce([...(before?.offers ?? []), ...offered]),
            dropped,
            lastUsed,
            offer,
            calleeHistory,
          }
        }
      : skipToken,
  }
}

/** All pages of an agent's list. */
export function listQuery<Entry>(
  { client, userId, instanceId }: Wants,
  action: CccAction<OutboundNumbersRequest, CccPage<Entry>>,
  wanted: { skillGroupIds?: readonly string[] } | null,
): QueryObserverOptions<readonly Listed<Entry>[]> {
  return {
    queryKey: [action.name, userId, instanceId, wanted],
    queryFn:
      userId && wanted
        ? async ({ signal }) => {
            const list: Listed<Entry>[] = []
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
