import type { MouseEvent, RefObject } from 'react'
import type { Picker, PickerSnapshot, Press } from '../../core/index.ts'
import type { Messages } from '../../messages/index.ts'

/** What the props of a picker's parts are made from. */
export interface PropsContext {
  picker: Picker
  snapshot: PickerSnapshot
  messages: Messages
  /** Unique on the page; the parts' ids begin with it. */
  id: string
  /** The element around all parts. */
  root: RefObject<HTMLDivElement | null>
}

/** A click as a press: since when, and where. A key that clicks has no place. */
export function pressOf({ hand }: Picker, event: MouseEvent): Press {
  if (event.detail === 0) return { at: event.timeStamp }
  return { at: hand.downAt() ?? event.timeStamp, x: event.clientX, y: event.clientY }
}

/** What an input method's keys are called. */
const PROCESS_KEY = 229

/** Whether an input method takes the key, which is then not the picker's. */
export function isComposing({ nativeEvent }: { nativeEvent: KeyboardEvent }): boolean {
  // Safari tells the key that ends a composition only after its end.
  return nativeEvent.isComposing || nativeEvent.keyCode === PROCESS_KEY
}
