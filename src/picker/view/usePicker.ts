'use client'

import { type RefObject, useCallback, useId, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Picker, PickerSnapshot } from '../core/index.ts'
import {
  type Explanation,
  type MessageOverrides,
  type Messages,
  withOwn,
  zhCN,
} from '../messages/index.ts'
import { findPart } from './parts.ts'
import { createPropGetters, type PropGetters } from './props/index.ts'
import { useBeforePaint } from './useBeforePaint.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { explainError, statusOf } from './words.ts'

/** The words of a picker. */
export interface WordOptions {
  /**
   * The language, imported: `zhCN` (default) or `enUS`, so that a page loads only the languages it uses, or the
   * host's own.
   */
  locale?: Messages | undefined
  /** Texts that replace some of the language's. */
  messages?: MessageOverrides | undefined
}

/** What a picker shows now, what can be done to it, and props for every part of it. */
export interface OutboundNumberPickerModel extends PickerSnapshot, PropGetters {
  /** The verbs; they stay the same from render to render. */
  picker: Picker
  messages: Messages
  /** Unique on the page; the ids of the parts begin with it. */
  id: string
  /** What happened, short enough for a status line. */
  status: string
  /** Why there are no candidates, or no more of them, in the agent's words. */
  problem: (Explanation & { retryable: boolean }) | null
  /** Puts the focus into the callee field. */
  focus: (options?: FocusOptions) => void
}

/** Draws a picker that somebody else made. */
export function usePicker(
  picker: Picker,
  { locale = zhCN, messages: own }: WordOptions,
): OutboundNumberPickerModel {
  const snapshot = useSnapshot(picker)
  const messages = useMemo(() => withOwn(locale, own), [locale, own])
  const root = useRef<HTMLDivElement>(null)
  const id = useId()

  const error = 'error' in snapshot.pick ? snapshot.pick.error : null
  const focus = useCallback(
    (options?: FocusOptions) => findPart(root.current, id, 'callee')?.focus(options),
    [id],
  )

  useBeforePaint(() => picker.shown(snapshot), [picker, snapshot])
  useKeptFocus(picker, root, id)
  useMovingFocus(snapshot, root, id)

  return {
    ...snapshot,
    picker,
    messages,
    id,
    status: statusOf(snapshot, messages),
    problem: error && explainError(error, messages),
    focus,
    ...createPropGetters({ picker, snapshot, messages, id, root }),
  }
}

/**
 * Follows a picker while it is on the page. Both Reacts end a subscription only some time after that, and until then
 * a guard's answer would dial.
 */
function useSnapshot(picker: Picker): PickerSnapshot {
  const draws = useRef(new Set<() => void>())
  const subscribe = useCallback((draw: () => void) => {
    draws.current.add(draw)
    return () => draws.current.delete(draw)
  }, [])
  useBeforePaint(
    () =>
      picker.subscribe(() => {
        for (const draw of draws.current) draw()
      }),
    [picker],
  )
  return useSyncExternalStore(subscribe, picker.getSnapshot, picker.getSnapshot)
}

/** Puts the focus where the agent goes on: into a search that was begun, on the answer to a warning that was read. */
function useMovingFocus(
  { search, dial }: PickerSnapshot,
  root: RefObject<HTMLElement | null>,
  id: string,
): void {
  const searches = search !== null && search.filter !== null
  useBeforePaint(() => {
    if (searches) findPart(root.current, id, 'filter')?.focus()
  }, [searches, root, id])

  const isRead = dial.status === 'warned' && dial.ready
  useBeforePaint(() => {
    // Not if the agent is working elsewhere on the page by now: the next key would dial.
    const isHere = root.current?.matches(':focus-within')
    if (isRead && isHere) findPart(root.current, id, 'confirm')?.focus()
  }, [isRead, root, id])
}
