import type { ChangeEvent, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent } from 'react'
import type { Picker } from '../../core/index.ts'
import { findPart } from '../parts.ts'
import { isComposing, type PropsContext, pressOf } from './context.ts'

/** Props for the element around all parts, whose keys count wherever the focus is inside it, and for its one switch. */
export function createPickerProps({ picker, snapshot, messages, id, root }: PropsContext) {
  return {
    /** For the agent's switch for remembering customers; there is none while `memory` is null. */
    getRememberProps: () => ({
      form: '',
      type: 'checkbox' as const,
      checked: snapshot.memory?.enabled ?? false,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => picker.remember(target.checked),
    }),

    /** For the element around all parts. */
    getPickerProps: () => ({
      ref: root,
      lang: messages.lang,
      onKeyDown: (event: KeyboardEvent) => pressKey(picker, root.current, id, event),
      onPointerDown: ({ target, clientX, clientY, timeStamp, pointerType }: PointerEvent) => {
        picker.hand.down(timeStamp)
        if (pointerType !== 'mouse') picker.hand.tap(controlOf(target), clientX, clientY, timeStamp)
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => picker.hand.point(clientX, clientY),
      onPointerOver: ({ target, clientX, clientY, timeStamp, pointerType }: PointerEvent) => {
        if (pointerType === 'mouse')
          picker.hand.meet(controlOf(target), clientX, clientY, timeStamp)
      },
      onWheel: ({ timeStamp }: WheelEvent) => picker.hand.scroll(timeStamp),
      onClickCapture: (event: MouseEvent) => {
        if (event.detail === 0 || picker.hand.means(pressOf(picker, event))) return
        event.preventDefault()
        event.stopPropagation()
      },
    }),
  }
}

/** What a click there would use; null for nothing. */
function controlOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('button, label, input') : null
}

function pressKey(
  picker: Picker,
  root: HTMLElement | null,
  id: string,
  event: KeyboardEvent,
): void {
  if (isComposing(event)) return
  const digit = event.altKey ? digitOf(event.code) : null
  if (event.key === 'Enter' && event.repeat) {
    // A key that is held down acts once, even if the focus moves meanwhile.
    event.preventDefault()
  } else if (digit !== null && picker.getSnapshot().pick.state === 'found') {
    picker.chooseNth(digit)
    event.preventDefault()
  } else if (event.key === 'Escape') {
    const taken = picker.takeBack()
    if (taken === 'callee') findPart(root, id, 'callee')?.focus()
    if (taken) event.preventDefault()
  }
}

/** The digit on a key, on the row above the letters or on the number pad; null for 0 and for other keys. */
function digitOf(code: string): number | null {
  const digit = Number(code.replace('Digit', '').replace('Numpad', ''))
  return digit >= 1 && digit <= 9 ? digit : null
}
