import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { Press } from '../../core/index.ts'
import { partId } from '../parts.ts'
import { reasonOf } from '../words.ts'
import { type PropsContext, pressOf } from './context.ts'

/** Props for what dials, and for what the agent is asked and told about it. */
export function createDialProps({ picker, snapshot, messages, id }: PropsContext) {
  const { dial, draft } = snapshot
  const reason = reasonOf(snapshot, messages)
  const isOff = !draft || reason !== '' || ['checking', 'calling', 'warned'].includes(dial.status)
  const isUnread = dial.status === 'warned' && !dial.ready
  const button = (act: (press: Press) => void) => ({
    type: 'button' as const,
    onPointerDown: ({ timeStamp }: PointerEvent) => picker.hand.down(timeStamp),
    onKeyDown: (event: KeyboardEvent) => {
      const isSpace = event.key === ' '
      // A key that is held down presses once.
      if (event.repeat || isSpace) event.preventDefault()
      // By itself a button acts when the space bar is let go, on whatever is shown by then.
      if (isSpace && !event.repeat) act({ at: event.timeStamp })
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === ' ') event.preventDefault()
    },
    onClick: (event: MouseEvent) => act(pressOf(picker, event)),
  })

  return {
    /** For the button that dials. It is never `disabled`, which would take the focus away from it. */
    getDialProps: () => ({
      ...button(picker.dial),
      'aria-disabled': isOff ? (true as const) : undefined,
      'aria-describedby': reason ? partId(id, 'reason') : undefined,
      children: messages.dial,
    }),

    /** For the reason why nothing can be dialed. It stands in a live region, so it is announced when it comes. */
    getReasonProps: () => ({
      id: partId(id, 'reason'),
      children: reason || null,
    }),

    /** For the button that dials in spite of a warning, as soon as there was time to read that. */
    getConfirmProps: () => ({
      ...button(picker.confirm),
      id: partId(id, 'confirm'),
      'aria-disabled': isUnread ? (true as const) : undefined,
      children: messages.dialAnyway,
    }),

    /** For the button that takes back a call that was warned about. */
    getCancelProps: () => ({
      ...button(picker.cancel),
      'aria-disabled': isUnread ? (true as const) : undefined,
      children: messages.cancel,
    }),
  }
}
