'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Place, PlacedNumber, SkillGroup } from '../ccc/index.ts'
import type { ProxyClient } from '../client/index.ts'
import type { DialDraft } from './draft.ts'
import { enableMemory, memoryOf, rememberCaller, togglePin } from './memory/index.ts'
import type { Locale } from './messages/index.ts'
import { type Habitual, orderCandidates } from './order.ts'
import { createQueryClient, type Offer } from './queries.ts'
import { allSkillGroups, createPickerStore, handle, handlingOf } from './store.ts'
import { type Callee, type CalleeOptions, groupNumber, useCallee } from './useCallee.ts'
import { type Dial, type DialOptions, useDial } from './useDial.ts'
import { type OffersOptions, type OffersState, useOffers } from './useOffers.ts'
import { type SkillGroups, useSkillGroups } from './useSkillGroups.ts'
import { useStore } from './useStore.ts'

/** What a host says about a caller, in addition to its place. */
export interface CallerNote {
  /** A few words shown in the row, such as `48/50`. */
  note?: string
  /** Default `plain`. */
  tone?: 'plain' | 'good' | 'warning'
  /** Why this caller cannot be chosen now; shown in place of the note. */
  disabled?: string
}

export interface PickerOptions extends CalleeOptions, OffersOptions, DialOptions {
  /**
   * Calls the proxy. An answer stays as long as its question does, even if you pass another client; to drop
   * the first client's answers, give the picker another `key`.
   */
  client: ProxyClient
  /** Such as `ccc-test`; only for proxies that do not know their instance. */
  instanceId?: string | undefined
  /** The agent whose skill groups and numbers are listed, such as `agent@ccc-test`. */
  userId?: string | undefined
  /** The agent's skill groups, if the host knows them; the picker then loads no list. */
  skillGroups?: readonly SkillGroup[] | undefined
  /** Called with every new draft, whether the agent or the order of candidates selected its caller. */
  onSelect?: ((draft: DialDraft) => void) | undefined
  /** Adds a note to a caller, or disables it with a reason. */
  annotateCaller?: ((caller: PlacedNumber) => CallerNote | undefined) | undefined
  /**
   * Whether the picker keeps the caller that each customer saw last, the agent's groups and pins in
   * `localStorage`, for each instance and agent. The agent has a switch too. Default true.
   */
  memory?: boolean | undefined
  /** The language in which guards give their reasons. Default `zh-CN`. */
  locale?: Locale | undefined
}

/** A caller to choose, with all that is known about it. */
export interface PickerCandidate extends Offer, CallerNote, Habitual {}

/** The state of the pick for the callee and skill groups that are shown. */
export interface PickState {
  /**
   * - `idle`: nothing to ask yet: no number, an incomplete one, or no skill group
   * - `paused`: the question is complete, and is asked after a short pause
   * - `failed`: there is no answer; if only a request for more failed, the state stays `found`
   */
  state: 'idle' | 'paused' | 'asking' | 'found' | 'empty' | 'failed'
  /** In the order in which they are shown; none unless found. */
  candidates: readonly PickerCandidate[]
  /** Null if there is none that is not disabled. */
  selected: PickerCandidate | null
  /** The callee's place, null until it is known. */
  place: Place | null
  /** How many entries of the answer were unreadable. */
  dropped: number
  /** From the first request, or from a later one for more. */
  error: Error | null
}

export interface OutboundNumberPickerModel {
  callee: Callee
  skillGroups: SkillGroups
  pick: PickState
  /** More candidates and all numbers, for when the pick is not what the agent wants. */
  others: Pick<OffersState, 'more' | 'adding' | 'search' | 'filter'>
  /** Null while there is nothing to dial. */
  draft: DialDraft | null
  dial: Dial
  /** True, or the reason why the agent cannot dial now; `''` if the host gives none. */
  canDial: true | string
  /** Null if the host turned the memory off. */
  memory: { enabled: boolean; enable: (enabled: boolean) => void } | null
  /** Selects a caller number among the candidates. */
  select: (number: string) => void
  /** Selects the next candidate (1) or the previous one (-1), wrapping around at the ends. */
  move: (step: 1 | -1) => void
  pin: (number: string) => void
  retry: () => void
  /** Empties the callee. */
  clear: () => void
  /** Empties the callee and restores the groups that were chosen at first. */
  reset: () => void
  /**
   * Does what Enter means now: dial, else retry what failed, else ask at once. `pressedAt` is the event's
   * `timeStamp`; a key that was pressed before its candidates were shown dials nothing.
   */
  enter: (pressedAt: number) => void
}

/** Milliseconds to wait after the last change before asking for a number that could continue. */
const PAUSE = 500

/** Does all that the picker does, without rendering it. */
export function useOutboundNumberPicker(options: PickerOptions): OutboundNumberPickerModel {
  const { client, userId, onSelect, annotateCaller, locale = 'zh-CN' } = options
  const [store] = useState(() => createPickerStore(groupNumber(options.defaultCallee ?? '', true)))
  const [queryClient] = useState(createQueryClient)
  // A retry waits while the page is hidden, and resumes only if the client is mounted.
  useEffect(() => {
    queryClient.mount()
    return () => queryClient.unmount()
  }, [queryClient])
  // The element may pass an empty attribute, which names no instance.
  const instanceId = options.instanceId || undefined
  const asker = { client, instanceId, userId }
  const memory = memoryOf(instanceId ?? '', userId ?? '')
  const { enabled, pins, lastCallers } = useStore(memory)
  const remembers = options.memory ?? true
  const kept = remembers ? memory : null

  const state = useStore(store)
  const callee = useCallee(store, options)
  const groups = useSkillGroups(store, queryClient, asker, options.skillGroups, kept)
  const { reading } = callee
  const question =
    !state.composing && reading.state === 'complete' && groups.chosenIds.length > 0
      ? { callee: reading.number, skillGroupIds: groups.chosenIds }
      : null
  // Hosts rarely memoize the groups they pass, so questions are compared by content.
  const key = question && JSON.stringify(question)
  const { released, caller: chosen } = handlingOf(state, key)
  const final = reading.state === 'complete' && reading.final
  const asked = final || released ? question : null

  useEffect(() => {
    if (key === null || asked) return
    const timer = setTimeout(() => handle(store, key, { released: true }), PAUSE)
    return () => clearTimeout(timer)
  }, [key, asked, store])

  const found = useOffers(store, queryClient, asker, asked, kept, options)
  const { offers, lastUsed, place, dropped, error } = found
  const forgotten = lastCallers.length === 0
  const candidates = useMemo(() => {
    const habits = { pins: remembers ? pins : [], lastUsed: forgotten ? null : lastUsed }
    return orderCandidates(offers, habits).map(
      (offer): PickerCandidate => ({ ...annotateCaller?.(offer), ...offer }),
    )
  }, [offers, lastUsed, pins, forgotten, remembers, annotateCaller])

  const selectable = candidates.filter(({ disabled }) => !disabled)
  const selected = selectable.find(({ number }) => number === chosen) ?? selectable[0] ?? null
  const draft: DialDraft | null =
    asked && selected ? { ...asked, caller: selected.number, requestId: selected.requestId } : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: called once for each draft, compared by content
  useEffect(() => {
    if (draft) onSelect?.(draft)
  }, [draft && JSON.stringify(draft)])

  const shownAt = useRef(Number.POSITIVE_INFINITY)
  // A caller that moves to the top later also has to be seen before Enter dials it.
  const first = draft && selectable[0]?.number
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is shown anew
  useEffect(() => {
    shownAt.current = first ? performance.now() : Number.POSITIVE_INFINITY
  }, [first, key])

  const dial = useDial(store, draft, locale, options, ({ callee, caller }) => {
    if (remembers) void rememberCaller(memory, callee, caller)
  })

  const select = useCallback((caller: string) => handle(store, key, { caller }), [key, store])
  const clear = () => callee.type('')

  return {
    callee,
    skillGroups: groups,
    pick: { state: stateOf(), candidates, selected, place, dropped, error },
    others: found,
    draft,
    dial,
    canDial: options.canDial === false ? '' : (options.canDial ?? true),
    memory: remembers ? { enabled, enable: (on) => enableMemory(memory, on) } : null,
    select,
    move: (step) => {
      const next =
        selected && selectable.at((selectable.indexOf(selected) + step) % selectable.length)
      if (next) select(next.number)
    },
    pin: (number) => togglePin(memory, number),
    retry: found.retry,
    clear,
    reset: () => {
      clear()
      store.setState(allSkillGroups)
    },
    enter: (pressedAt) => {
      if (draft) {
        if (pressedAt >= shownAt.current) dial.dial()
      } else if (error) found.retry()
      else handle(store, key, { released: true })
    },
  }

  function stateOf(): PickState['state'] {
    if (!question) return 'idle'
    if (!asked) return 'paused'
    if (!found.answered) return error ? 'failed' : 'asking'
    return candidates.length > 0 ? 'found' : 'empty'
  }
}
