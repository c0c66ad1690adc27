import type { Messages } from './messages/index.ts'
import type { OutboundNumberPickerModel } from './useOutboundNumberPicker.ts'

/** What happened, short enough for the status line. */
export function statusOf(picker: OutboundNumberPickerModel, messages: Messages): string {
  const { pick, callee, dial } = picker
  const { state } = dial.dialing
  if (state === 'checking') return messages.checking
  if (state === 'busy' || state === 'done') return messages.dialing(callee.shown)
  if (dial.busy) return messages.stillDialing
  if (pick.state === 'asking') return messages.asking
  if (pick.state === 'empty') return messages.nothingFound
  if (pick.state !== 'found') return ''
  const found = messages.found(pick.candidates.length)
  return pick.dropped > 0 ? `${found} · ${messages.dropped(pick.dropped)}` : found
}
