import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type CalleeReading, type Candidate, type Place, readCallee } from '../ccc/index.ts'
import { createQueryClient, pickQuery } from './queries.ts'
import { createPickerStore, type Dialing } from './store.ts'
import { type SkillGroups, type SkillGroupsOptions, useSkillGroups } from './useSkillGroups.ts'

/** What will be dialed: a caller that the cloud offered for exactly this callee and these groups. */
export interface DialDraft {
  /** Full number in national form, as `13888888888`. */
  callee: string
  /** Full number in national form, as `01089898989`. */
  caller: string
  skillGroupIds: readonly string[]
  /** Of the answer in which the caller was offered. */
  requestId: string
}

export interface PickerOptions extends SkillGroupsOptions {
  /** How many candidates are asked for. Default 5. */
  count?: number
  /** Makes the call. Until a returned promise settles nothing else is dialed; a rejection is shown. */
  onDial: (draft: DialDraft) => unknown
  /** Told of the caller that is selected, whether by the agent or by the order of candidates. */
  onSelect?: ((draft: DialDraft) => void) | undefined
}

/** Where the pick for the callee and skill groups now shown stands. */
export type PickState =
  /** Nothing to ask yet: no number, no whole number, or no skill group. */
  | { state: 'idle' }
  /** The question is whole and is asked after a short pause. */
  | { state: 'paused' }
  | { state: 'asking' }
  | {
      state: 'found'
      /** Never empty, nearest first. */
      candidates: readonly Candidate[]
      selected: Candidate
      place: Place
      /** Entries of the answer that made no sense. */
      dropped: number
    }
  | { state: 'empty'; place: Place }
  | { state: 'failed'; error: Error }

export interface OutboundNumberPickerModel {
  typed: string
  reading: CalleeReading
  skillGroups: SkillGroups
  pick: PickState
  /** Null while there is nothing that may be dialed. */
  draft: DialDraft | null
  /** The last dial, as far as it concerns what is shown. */
  dialing: Dialing
  /** True while a dial is on its way, whichever number it is for. */
  busy: boolean
  type: (text: string) => void
  compose: (composing: boolean) => void
  clear: () => void
  /** Selects a caller number among the candidates. */
  select: (number: string) => void
  /** Selects the next candidate (1) or the one before (-1), round the ends. */
  move: (step: 1 | -1) => void
  retry: () => void
  dial: () => void
  /**
   * What Enter means now: dial, else retry what failed, else ask at once. `pressedAt` is the
   * event's `timeStamp`; nothing is dialed by a key that was pressed before its candidates showed.
   */
  enter: (pressedAt: number) => void
}

/** How long a number that could continue has to rest before it is asked for. */
const PAUSE = 500

/** All that the picker does, without its looks. */
export function useOutboundNumberPicker(options: PickerOptions): OutboundNumberPickerModel {
  const { client, instanceId, count = 5, onDial, onSelect } = options
  const [store] = useState(createPickerStore)
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers of one client are not another's
  const queryClient = useMemo(createQueryClient, [client])
  const { typed, composing, releasedQuestion, chosenCaller, dialing, ...actions } = useStore(store)

  const reading = useMemo(() => readCallee(typed), [typed])
  const skillGroups = useSkillGroups(store, queryClient, options)

  const { chosenIds } = skillGroups
  const question =
    !composing && reading.state === 'complete' && chosenIds.length > 0
      ? { callee: reading.number, skillGroupIds: chosenIds }
      : null
  // Hosts rarely memoise the groups they pass, so questions are compared by what they say.
  const key = question && JSON.stringify(question)
  const final = reading.state === 'complete' && reading.final
  const asked = final || releasedQuestion === key ? question : null

  useEffect(() => {
    if (key === null || asked) return
    const timer = setTimeout(() => actions.release(key), PAUSE)
    return () => clearTimeout(timer)
  }, [key, asked, actions.release])

  const query = useQuery(pickQuery(client, asked, { count, instanceId }), queryClient)
  const answer = asked ? query.data : undefined
  const candidates = answer?.candidates ?? []
  const chosen = chosenCaller?.question === key ? chosenCaller.number : null
  const selected = candidates.find(({ number }) => number === chosen) ?? candidates[0]

  const draft: DialDraft | null =
    asked && answer && selected
      ? { ...asked, caller: selected.number, requestId: answer.requestId }
      : null

  const latest = useLatest({ draft, onSelect })
  const selection = draft && JSON.stringify(draft)
  useEffect(() => {
    const { draft, onSelect } = latest.current
    if (selection && draft) onSelect?.(draft)
  }, [selection, latest])

  const shownAt = useRef(Number.POSITIVE_INFINITY)
  useEffect(() => {
    shownAt.current = answer ? performance.now() : Number.POSITIVE_INFINITY
  }, [answer])

  const busy = dialing.state === 'busy'
  const dial = async () => {
    if (!draft || key === null || busy) return
    const dialed = { question: key, callee: draft.callee, caller: draft.caller }
    actions.setDialing({ state: 'busy', ...dialed })
    try {
      await onDial(draft)
      actions.setDialing({ state: 'done', ...dialed })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      actions.setDialing({ state: 'failed', question: key, reason })
    }
  }

  const { chooseCaller } = actions
  const select = useCallback(
    (number: string) => {
      if (key !== null) chooseCaller(key, number)
    },
    [key, chooseCaller],
  )

  return {
    typed,
    reading,
    skillGroups,
    pick: pickState(),
    draft,
    dialing: dialing.state !== 'none' && dialing.question === key ? dialing : { state: 'none' },
    busy,
    type: actions.type,
    compose: actions.compose,
    clear: actions.clear,
    select,
    move: (step) => {
      if (!selected) return
      const next = candidates.indexOf(selected) + step + candidates.length
      const candidate = candidates[next % candidates.length]
      if (candidate) select(candidate.number)
    },
    retry: () => void query.refetch(),
    dial,
    enter: (pressedAt) => {
      if (draft) {
        if (pressedAt >= shownAt.current) dial()
      } else if (query.error && asked) query.refetch()
      else if (key !== null) actions.release(key)
    },
  }

  function pickState(): PickState {
    if (!question) return { state: 'idle' }
    if (!asked) return { state: 'paused' }
    if (answer) {
      const { place, dropped } = answer
      return selected
        ? { state: 'found', candidates, selected, place, dropped }
        : { state: 'empty', place }
    }
    return query.error && !query.isFetching
      ? { state: 'failed', error: query.error }
      : { state: 'asking' }
  }
}

/** A value that effects may read without running again whenever it changes. */
function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
