import { useEffect, useRef } from 'react'
import { isTimeout, within } from '../client/index.ts'
import type { DialDraft } from './draft.ts'
import type { DialGuard } from './guards/index.ts'
import type { Locale } from './messages/index.ts'
import { type Dialing, nothingDialed, type PickerStore } from './store.ts'
import { useStore } from './useStore.ts'

export interface DialOptions {
  /** Makes the call. Nothing else is dialed until a returned promise settles; a rejection is shown. */
  onDial: (draft: DialDraft) => unknown
  /** Checks the call before it is made, and may warn or refuse. */
  beforeDial?: DialGuard | undefined
  /** Milliseconds that `beforeDial` may take; if it takes longer, nothing is dialed. Default 5000. */
  guardTimeout?: number | undefined
  /** False, or the reason as text, while the agent cannot dial; picking still works. Default true. */
  canDial?: boolean | string | undefined
}

export interface Dial {
  /** The last dial, if it was for the draft that is shown. */
  dialing: Dialing
  /** True while a call is being checked or made. */
  busy: boolean
  dial: () => void
  /** Dials in spite of the guard's warning. */
  confirm: () => void
  /** Takes back a dial that the guard warned about. */
  cancel: () => void
}

/**
 * Milliseconds in which a second press belongs to the first: a double click dials once, and a quick second Enter
 * is no answer to a warning.
 */
export const ONE_PRESS = 400

/** Everything between the agent's Enter and the host's call. */
export function useDial(
  store: PickerStore,
  draft: DialDraft | null,
  locale: Locale,
  { onDial, beforeDial, guardTimeout = 5000, canDial = true }: DialOptions,
  onDialed: (draft: DialDraft) => void,
): Dial {
  const last = useStore(store).dialing
  const key = draft && JSON.stringify(draft)
  const check = useRef<AbortController | null>(null)
  const doneAt = useRef(0)
  const say = (state: Dialing['state'], reason = '') =>
    store.setState({ dialing: { state, draft: key, reason } })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a check is for one draft, in one state of the agent
  useEffect(
    () => () => {
      check.current?.abort()
      const { state } = store.getState().dialing
      if (/checking|warned|done/.test(state)) store.setState({ dialing: nothingDialed })
    },
    [key, canDial, store],
  )

  const dialing = last.draft === key ? last : nothingDialed
  const busy = last.state === 'busy' || dialing.state === 'checking'
  const free = draft !== null && !busy && canDial === true

  const call = async (checked: DialDraft) => {
    say('busy')
    try {
      await onDial(checked)
      say('done')
      doneAt.current = performance.now()
      onDialed(checked)
    } catch (error) {
      say('failed', reasonOf(error))
    }
  }

  const dial = async () => {
    if (!free) return
    if (dialing.state === 'done' && performance.now() - doneAt.current < ONE_PRESS) return
    if (!beforeDial) return call(draft)

    check.current = new AbortController()
    const { signal } = check.current
    say('checking')
    try {
      const ask = (signal: AbortSignal) => beforeDial(draft, { signal, locale })
      const verdict = (await within(guardTimeout, signal, ask)) ?? true
      if (signal.aborted) return
      if (verdict === true) return call(draft)
      const { warn, refuse }: { warn?: string; refuse?: string } = verdict || {}
      if (warn === undefined) say('refused', refuse)
      else say('warned', warn)
    } catch (error) {
      if (signal.aborted) return
      if (isTimeout(error)) say('unchecked')
      else say('refused', reasonOf(error))
    }
  }

  return {
    dialing,
    busy,
    dial,
    confirm: () => {
      if (free && dialing.state === 'warned') call(draft)
    },
    cancel: () => {
      if (dialing.state === 'warned') say('none')
    },
  }
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : error
  return typeof reason === 'string' ? reason : ''
}
