import { useMemo } from 'react'
import { type CalleeReading, formatNumber, maskNumber, readCallee } from '../ccc/index.ts'
import { type PickerStore, typeCallee } from './store.ts'
import { useStore } from './useStore.ts'

export interface CalleeOptions {
  /** The callee, if the host keeps it; the host must then update it on `onCalleeChange`. */
  callee?: string | undefined
  /** The callee to start with, if the picker keeps it. */
  defaultCallee?: string | undefined
  /** Called with the field's text on every keystroke; `''` when it is cleared. */
  onCalleeChange?: ((callee: string) => void) | undefined
  /** Shows the callee as 138 **** 8888 wherever it is printed. Default false. */
  maskCallee?: boolean | undefined
}

export interface Callee {
  /** What the field holds while it is being edited. */
  typed: string
  /** The same for reading: grouped, and masked if the host wants that. */
  shown: string
  masked: boolean
  reading: CalleeReading
  type: (text: string) => void
  compose: (composing: boolean) => void
}

/** The number to call, kept by the picker or by its host. */
export function useCallee(
  store: PickerStore,
  { callee, onCalleeChange, maskCallee: masked = false }: CalleeOptions,
): Callee {
  const { typed: kept } = useStore(store)

  // What the agent typed stays as typed; a number from the host is grouped.
  const typed = callee === undefined || callee === kept ? kept : groupNumber(callee, true)
  const reading = useMemo(() => readCallee(typed), [typed])
  return {
    typed,
    shown: masked ? showMasked(typed, reading) : groupNumber(typed, true),
    masked,
    reading,
    compose: (composing) => store.setState({ composing }),
    type: (text) => {
      // The handle may be called twice before either call is rendered.
      if (text === typed && store.getState().typed === kept) return
      typeCallee(store, text)
      onCalleeChange?.(text)
    },
  }
}

function showMasked(typed: string, reading: CalleeReading): string {
  if (reading.state === 'complete') return formatNumber(maskNumber(reading.number))
  // Half a customer's number is still a customer's.
  return typed.replace(/\p{Nd}(?=.*\p{Nd})/gu, '*')
}

/**
 * Groups the number in a text if it is complete; one that could continue is grouped only when the agent is
 * `done`. A text with an extension stays as it is: the extension is not dialed and has to stay visible.
 */
export function groupNumber(text: string, done: boolean): string {
  const reading = readCallee(text)
  const whole = reading.state === 'complete' && (done || reading.final)
  return whole && reading.extension === '' ? formatNumber(reading.number) : text
}
