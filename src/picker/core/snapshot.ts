import { replaceEqualDeep } from '@tanstack/react-query'
import type { CalleeReading, PastCall, Place } from '../../ccc/index.ts'
import type { Remembered } from '../memory/index.ts'
import type { DialState } from './attempt.ts'
import { showCallee } from './callee.ts'
import {
  firstOf,
  numbered,
  type PickerCandidate,
  readCandidates,
  rememberLast,
  searchNumbers,
} from './candidates.ts'
import type { DialDraft } from './draft.ts'
import { firstCount, maxCount, type PickerOptions } from './options.ts'
import type { PastCalls } from './pastCalls.ts'
import type { Offer, Offers } from './queries.ts'
import type { Inquiry } from './question.ts'
import type { Answer, Questions } from './questions.ts'
import type { SkillGroupsState } from './skillGroups.ts'
import { foreknownOf, type PickerState } from './state.ts'

/** The number to call. */
export interface CalleeState {
  /** What the field holds while it is being edited. */
  typed: string
  /** The same for reading: grouped, and masked if the host wants that. */
  shown: string
  /** Whether the host wants it masked. */
  masked: boolean
  /** True while the focus is in the field. */
  editing: boolean
  /** What `typed` reads as. */
  reading: CalleeReading
  /** True once nothing was typed for half a second: what is wrong with the number may be said then. */
  rested: boolean
}

/** The state of the pick for the callee and skill groups that are shown. Its `error` is a `CccError` if the call failed. */
export type PickState =
  /** Nothing to ask yet: no number, an incomplete one, or no skill group. */
  | { state: 'idle' }
  /** The question is complete, and is asked after a short pause. */
  | { state: 'paused' }
  /** The cloud is asked. */
  | { state: 'asking' }
  /** There are callers to choose from. */
  | {
      state: 'found'
      /** In the order in which they are shown; at least one. */
      candidates: readonly PickerCandidate[]
      /** Null if none can be chosen. */
      selected: PickerCandidate | null
      /** How many entries of the answer were unreadable. */
      dropped: number
      /** Why a request for more failed. */
      error: Error | null
    }
  /** The cloud offers none. */
  | { state: 'empty'; error: Error | null }
  /** There is no answer. */
  | { state: 'failed'; error: Error }

/** All that a picker shows, at one moment. The same parts are the same objects as long as they do not change. */
export interface PickerSnapshot {
  /** The number to call. */
  callee: CalleeState
  /** The callee's place, null until it is known. */
  place: Place | null
  /** The skill groups that numbers are picked from. */
  skillGroups: SkillGroupsState
  /** The caller numbers, or why there are none. */
  pick: PickState
  /** More candidates: null where there are none to ask for, `adding` while they are asked for. */
  more: { adding: boolean } | null
  /** The search through all numbers; null where there is no list of them. `filter` is null until one is begun. */
  search: { filter: string | null } | null
  /** The caller that the agent chose by a key, from afar: to be announced. */
  told: PickerCandidate | null
  /** What Dial would dial; null while there is nothing to dial. */
  draft: DialDraft | null
  /** What became of the last press of Dial. */
  dial: DialState
  /** True, or the reason, while the agent cannot dial. */
  dialDisabled: boolean | string
  /** Whether customers are remembered: null if the host turned that off, `enabled` unless the agent did. */
  memory: { enabled: boolean } | null
  /**
   * What is known of the `last` call to the callee, null if there was none; itself null if the host brings no history. The
   * `state` is `idle` until there is a callee to ask about.
   */
  history: { state: 'idle' | 'asking' | 'known' | 'failed'; last: PastCall | null } | null
}

/** What a snapshot is read from. */
export interface Sources {
  state: PickerState
  options: PickerOptions
  questions: Questions
  pastCalls: PastCalls
  /** Null where the host wants nothing remembered. */
  remembered: Remembered | null
}

const noPins: readonly string[] = []
const noOffers: readonly Offer[] = []

/** Makes a function that reads what a picker shows. It orders the same candidates only once. */
export function createReader(): (sources: Sources, inquiry: Inquiry) => PickerSnapshot {
  const search = rememberLast(searchNumbers)
  const habitsOf = rememberLast(
    (pins: readonly string[], answered: string | null, lastUsed: string | null) => ({
      pins,
      answered,
      lastUsed,
    }),
  )
  const candidatesOf = rememberLast(readCandidates)
  let rows: readonly PickerCandidate[] = []

  return ({ state, options, questions, pastCalls, remembered }, inquiry) => {
    const { reading, skillGroups, question, asked, handling } = inquiry
    // Without an agent there is no list to search.
    const { filter = null } = options.userId ? handling : {}
    const picked = questions.pick(asked)
    const place = picked.data?.place ?? null
    const forgotten = !remembered || remembered.lastCallers.length === 0
    const lastUsed = forgotten ? null : (picked.data?.lastUsed ?? null)
    const past = pastCalls.of(asked)
    const foreknown = foreknownOf(handling, filter)
    const answered = foreknown ? foreknown.answered : (past?.answered ?? null)
    const answer = filter === null ? picked : questions.all(asked)
    const offers = filter === null ? picked.data?.offers : searched(filter)
    // Rows that say the same stay the same objects, also where a host makes its notes anew each time.
    rows = replaceEqualDeep(
      rows,
      candidatesOf(
        offers ?? noOffers,
        habitsOf(remembered?.pins ?? noPins, answered, lastUsed),
        options.annotateCaller,
        past,
        options.callerCap ?? 50,
      ),
    )
    const candidates = rows
    const selected = numbered(candidates, handling.caller) ?? firstOf(candidates, foreknown)
    const masked = options.maskCallee ?? false

    return {
      callee: {
        typed: state.typed,
        shown: showCallee(state.typed, reading, masked),
        masked,
        editing: state.editing,
        reading,
        rested: state.rested,
      },
      place,
      skillGroups,
      pick: pickState(),
      more: filter === null ? moreOf(picked, handling.count ?? firstCount(options)) : null,
      search: asked && options.userId ? { filter } : null,
      told: numbered(candidates, handling.told),
      draft:
        asked && selected
          ? { ...asked, caller: selected.number, requestId: selected.requestId }
          : null,
      dial: state.dial,
      dialDisabled: options.dialDisabled || false,
      memory: remembered && { enabled: remembered.enabled },
      history: options.history ? { state: past?.state ?? 'idle', last: past?.last ?? null } : null,
    }

    function searched(filter: string) {
      const all = questions.all(asked).data
      return all && search(all, filter, place)
    }

    function pickState(): PickState {
      if (!question) return { state: 'idle' }
      if (!asked) return { state: 'paused' }
      const { error } = answer
      if (!offers) return error ? { state: 'failed', error } : { state: 'asking' }
      if (candidates.length === 0) return { state: 'empty', error }
      const dropped = filter === null ? (picked.data?.dropped ?? 0) : 0
      return { state: 'found', candidates, selected, dropped, error }
    }

    function moreOf({ data, waiting }: Answer<Offers>, wanted: number) {
      if (!data) return null
      // If there are fewer than were asked for, there are no more.
      const possible = data.offers.length >= wanted && wanted < maxCount(options)
      return waiting || possible ? { adding: waiting } : null
    }
  }
}

/** Takes from what was before the parts that still say the same, so that they are the same objects. */
export function keepEqual<Parts extends object>(before: Parts, now: Parts): Parts {
  const kept = { ...now }
  let isSame = true
  for (const part in now) {
    if (replaceEqualDeep(before[part], now[part]) === before[part]) kept[part] = before[part]
    else isSame = false
  }
  return isSame ? before : kept
}
