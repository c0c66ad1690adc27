import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  comparePlaces,
  eachOnce,
  formatNumber,
  listOutboundNumbersOfUser,
  nowhere,
  type Place,
  placeText,
} from '../ccc/index.ts'
import type { Memory } from './memory/index.ts'
import {
  type Asker,
  listQuery,
  type Offer,
  type Offers,
  pickQuery,
  type Question,
} from './queries.ts'
import { handle, handlingOf, type PickerStore } from './store.ts'
import { useStore } from './useStore.ts'

export interface OffersOptions {
  /** How many candidates to ask for at first. Default 5. */
  count?: number | undefined
  /** How many the agent may ask for at most. Default 20. */
  maxCount?: number | undefined
}

/** The callers for the question shown, and whether they are known yet. */
export interface OffersState {
  answered: boolean
  /** In the order in which they came; none unless answered. */
  offers: readonly Offer[]
  place: Place | null
  dropped: number
  lastUsed: string | null
  /** From the first request, or from a later one for more. */
  error: Error | null
  /** More are being loaded, in addition to those already there. */
  adding: boolean
  /** Asks for more; null if there are no more. */
  more: (() => void) | null
  /** Searches all numbers for a number or place; with null, goes back to the pick. Null if there is no list. */
  search: ((filter: string | null) => void) | null
  /** What is searched for among all numbers; null while the cloud's pick is shown. */
  filter: string | null
  retry: () => void
}

const nothing: Offers = { place: null, offers: [], dropped: 0, lastUsed: null }

export function useOffers(
  store: PickerStore,
  queryClient: QueryClient,
  asker: Asker,
  question: Question | null,
  memory: Memory | null,
  { count: first = 5, maxCount = 20 }: OffersOptions,
): OffersState {
  const key = question && JSON.stringify(question)
  const count = Math.min(first, maxCount)
  const { filter = null } = handlingOf(useStore(store), key)
  const searching = filter !== null

  const wanted = () => handlingOf(store.getState(), key).count ?? count
  const pick = useQuery(pickQuery(asker, question, { count: wanted, memory }), queryClient)
  const wantedGroups = searching && question ? { skillGroupIds: question.skillGroupIds } : null
  const all = useQuery(listQuery(asker, listOutboundNumbersOfUser, wantedGroups), queryClient)
  const { offers, place, dropped, lastUsed } = pick.data ?? nothing

  const found = useMemo(() => {
    if (filter === null) return offers
    return eachOnce(all.data ?? [])
      .filter((entry) => matchesFilter(entry, filter))
      .map((entry) => ({ ...entry, match: comparePlaces(entry, place ?? nowhere) }))
  }, [filter, offers, place, all.data])

  const query = searching ? all : pick
  const error = query.isFetching ? null : query.error
  const answered = query.data !== undefined
  const reached = wanted()
  // If there are fewer than were asked for, there are no more.
  const full = offers.length >= reached
  const adding = answered && query.isFetching
  const canAdd = !searching && (adding || (full && reached < maxCount))

  return {
    answered,
    offers: found,
    place,
    dropped: searching ? 0 : dropped,
    lastUsed,
    error,
    adding,
    more: canAdd
      ? () => {
          if (adding) return
          handle(store, key, { count: Math.min(reached + count, maxCount) })
          pick.refetch()
        }
      : null,
    search: key !== null && asker.userId ? (filter) => handle(store, key, { filter }) : null,
    filter,
    retry: () => void query.refetch(),
  }
}

/** Searches for the whole text in the number, or for each word in the place or the formatted number. */
function matchesFilter(entry: Place & { number: string }, filter: string): boolean {
  const digits = filter.replace(/[\s-]/g, '')
  const words = filter.trim().split(/\s+/)
  return (
    entry.number.includes(digits) ||
    words.every(
      (word) => placeText(entry).includes(word) || formatNumber(entry.number).includes(word),
    )
  )
}
