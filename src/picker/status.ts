import type { Messages } from './messages/index.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

/** What happened, short enough for the status line. */
export function statusOf(picker: OutboundNumberPickerModel, messages: Messages): string {
  const { pick, callee, dial } = picker
  switch (dial.dialing.state) {
    case 'checking':
      return messages.checking
    case 'busy':
    case 'done':
      return messages.dialing(callee.shown)
  }
  switch (pick.state) {
    case 'asking':
      return messages.asking
    case 'empty':
      return messages.nothingFound
    case 'found': {
      const found = messages.found(pick.candidates.length)
      return pick.dropped > 0 ? `${found} · ${messages.dropped(pick.dropped)}` : found
    }
    default:
      return ''
  }
}
