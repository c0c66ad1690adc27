import { QueryCache, QueryClient, QueryObserver, skipToken } from '@tanstack/react-query'
import {
  CccError,
  listOutboundNumbersOfUser,
  listSkillLevelsOfUser,
  type PlacedNumber,
  type SkillLevel,
} from '../../ccc/index.ts'
import { report } from '../../client/index.ts'
import { type Listed, listQuery, type Offers, pickQuery, type Wants } from './queries.ts'
import { keyOf, type Question } from './question.ts'

/** What is known of an answer now. */
export interface Answer<Data> {
  data: Data | undefined
  /** Why there is none, or none to the last request for more. */
  error: Error | null
  /** A request is on its way. */
  waiting: boolean
}

/** The questions of one picker, each asked once for as long as it is wanted. */
export interface Questions {
  want: (wants: Wants) => void
  groups: () => Answer<readonly Listed<SkillLevel>[]>
  /** The answer to this question; nothing while another one is asked. */
  pick: (question: Question | null) => Answer<Offers>
  /** All numbers of this question's skill groups, in the same way. */
  all: (question: Question | null) => Answer<readonly Listed<PlacedNumber>[]>
  /** Asks once more what is still wanted. */
  again: (which: 'groups' | 'pick' | 'all') => void
  /** Sends what is wanted from now on, and calls `onAnswer` whenever more is known. */
  start: (onAnswer: () => void) => void
  /** Ends what is on its way. */
  stop: () => void
}

const MOST_RETRIES = 2

/** @param onError hears once of each request that failed, in a moment of its own: it may throw, and change anything */
export function createQuestions(onError: (error: Error) => void): Questions {
  // The picker's own: a host's would bring its own defaults, and keep answers longer than their questions. The
  // cloud may pick differently the next time, so nothing is kept.
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // A fault in a program, not of the proxy or the cloud: the agent is told, and so is who can mend it.
        if (!(error instanceof CccError)) report(error)
        queueMicrotask(() => onError(error))
      },
    }),
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
  const observe = <Data>() =>
    new QueryObserver<Data>(queryClient, { queryKey: ['nothing yet'], queryFn: skipToken })
  const observers = {
    groups: observe<readonly Listed<SkillLevel>[]>(),
    pick: observe<Offers>(),
    all: observe<readonly Listed<PlacedNumber>[]>(),
  }
  let newest: Wants | null = null
  let isChanging = false
  /** What the answers belong to; undefined in the middle of a change. */
  let asked: string | null | undefined = null
  let ends: readonly (() => void)[] = []

  function follow(wants: Wants): void {
    const { groups, pick, all } = wants
    asked = undefined
    observers.groups.setOptions(listQuery(wants, listSkillLevelsOfUser, groups ? {} : null))
    observers.pick.setOptions(pickQuery(wants))
    const allOf = all && { skillGroupIds: all }
    observers.all.setOptions(listQuery(wants, listOutboundNumbersOfUser, allOf))
    asked = keyOf(pick)
  }

  return {
    want: (wants) => {
      newest = wants
      // A request that ends here may lead to the next change, which then has its turn.
      if (isChanging) return
      isChanging = true
      for (let next: Wants | null = wants; next; next = newest) {
        newest = null
        follow(next)
      }
      isChanging = false
    },
    groups: () => answerOf(observers.groups),
    pick: (question) => (keyOf(question) === asked ? answerOf(observers.pick) : noAnswer),
    all: (question) => (keyOf(question) === asked ? answerOf(observers.all) : noAnswer),
    again: (which) => {
      const observer = observers[which]
      const isWanted = observer.hasListeners() && observer.options.queryFn !== skipToken
      if (isWanted) void observer.refetch()
    },
    start: (onAnswer) => {
      // A retry waits while the page is hidden, and goes on only if the client is mounted.
      queryClient.mount()
      const { groups, pick, all } = observers
      ends = [
        groups.subscribe(onAnswer),
        pick.subscribe(onAnswer),
        all.subscribe(onAnswer),
        () => queryClient.unmount(),
      ]
    },
    stop: () => {
      for (const end of ends) end()
      ends = []
    },
  }
}

const noAnswer = { data: undefined, error: null, waiting: false }

function answerOf<Data>(observer: QueryObserver<Data>): Answer<Data> {
  const { data, error, isFetching } = observer.getCurrentResult()
  return { data, error: isFetching ? null : error, waiting: isFetching }
}
