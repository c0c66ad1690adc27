import { useEffect, useRef } from 'react'
import type { DialDraft } from './draft.ts'
import type { DialGuard, GuardContext, Verdict } from './guards/index.ts'
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

/** Everything between the agent's Enter and the host's call. */
export function useDial(
  store: PickerStore,
  draft: DialDraft | null,
  locale: Locale,
  { onDial, beforeDial, guardTimeout = 5000, canDial = true }: DialOptions,
  onDialed: (draft: DialDraft) => void,
): Dial {
  const last = useStore(store).dialing
  const setDialing = (dialing: Dialing) => store.setState({ dialing })
  const key = draft && JSON.stringify(draft)
  const check = useRef<AbortController | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a check is for one draft, in one state of the agent
  useEffect(
    () => () => {
      check.current?.abort()
      const { state } = store.getState().dialing
      if (state === 'checking' || state === 'warned') setDialing(nothingDialed)
    },
    [key, canDial, store],
  )

  const dialing: Dialing = 'draft' in last && last.draft === key ? last : nothingDialed
  const busy = last.state === 'busy' || dialing.state === 'checking'
  const free = draft !== null && key !== null && !busy && canDial === true

  const call = async (checked: DialDraft, draft: string) => {
    setDialing({ state: 'busy', draft })
    try {
      await onDial(checked)
      setDialing({ state: 'done', draft })
      onDialed(checked)
    } catch (error) {
      setDialing({ state: 'failed', draft, reason: reasonOf(error) })
    }
  }

  const dial = async () => {
    if (!free) return
    if (!beforeDial) return call(draft, key)

    const controller = new AbortController()
    check.current = controller
    setDialing({ state: 'checking', draft: key })
    const { signal } = controller
    const verdict = (await judge(beforeDial, draft, { signal, locale }, guardTimeout)) ?? true
    if (signal.aborted) return
    controller.abort()
    if (verdict === true) return call(draft, key)
    if (verdict === 'late') setDialing({ state: 'unchecked', draft: key })
    else if (verdict === false) setDialing({ state: 'refused', draft: key, reason: '' })
    else if ('warn' in verdict) setDialing({ state: 'warned', draft: key, reason: verdict.warn })
    else setDialing({ state: 'refused', draft: key, reason: verdict.refuse })
  }

  return {
    dialing,
    busy,
    dial,
    confirm: () => {
      if (free && dialing.state === 'warned') call(draft, key)
    },
    cancel: () => {
      if (dialing.state === 'warned') setDialing(nothingDialed)
    },
  }
}

/** Asks a guard and waits up to `timeout`; a guard that throws refuses. */
async function judge(
  guard: DialGuard,
  draft: DialDraft,
  context: GuardContext,
  timeout: number,
): Promise<Verdict | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeout)
  })
  try {
    return await Promise.race([guard(draft, context), late])
  } catch (error) {
    return { refuse: reasonOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
