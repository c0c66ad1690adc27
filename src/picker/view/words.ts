import { type CalleeReading, CccError, formatNumber, placeText } from '../../ccc/index.ts'
import { type PickerCandidate, type PickerSnapshot, sameDraft } from '../core/index.ts'
import type { Explanation, Messages } from '../messages/index.ts'

/** What is said of a caller besides its number and place: why it stands where it does, and the host's note. */
export function remarksOf(
  { pinned, lastUsed, disabled, note }: PickerCandidate,
  messages: Messages,
): { habits: readonly string[]; note: string } {
  const habits = [pinned ? messages.pinned : '', lastUsed ? messages.lastUsed : '']
  return { habits: habits.filter((habit) => habit !== ''), note: disabled || note || '' }
}

/** A caller in one line, as screen readers say it: `010 8989 8989 北京 同城`. */
export function candidateName(candidate: PickerCandidate, messages: Messages): string {
  const { habits, note } = remarksOf(candidate, messages)
  const parts = [
    formatNumber(candidate.number),
    placeText(candidate),
    messages.matches[candidate.match],
    ...habits,
    note,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** What an agent should know of how their text is read; `''` for nothing. */
export function explainReading(reading: CalleeReading, messages: Messages): string {
  if (reading.state === 'incomplete') return messages.incomplete(reading)
  if (reading.state === 'invalid') return messages.invalid(reading)
  if (reading.state === 'several') return messages.several(reading)
  if (reading.state === 'complete' && reading.extension !== '')
    return messages.extension(reading.extension)
  return ''
}

/** Whether a text can never become one number. */
export function isWrong({ state }: CalleeReading): boolean {
  return state === 'invalid' || state === 'several'
}

/** What happened, short enough for the status line. */
export function statusOf(
  { pick, callee, dial, draft }: PickerSnapshot,
  messages: Messages,
): string {
  if (dial.status === 'checking') return messages.checking
  if (dial.status === 'calling' && !sameDraft(dial.draft, draft)) return messages.stillDialing
  if (dial.status === 'calling' || dial.status === 'done') return messages.dialing(callee.shown)
  if (pick.state === 'asking') return messages.asking
  if (pick.state === 'empty') return messages.nothingFound
  if (pick.state !== 'found') return ''
  const found = messages.found(pick.candidates.length)
  return pick.dropped > 0 ? `${found} · ${messages.dropped(pick.dropped)}` : found
}

/** An error in the agent's words, and whether asking again can help. */
export function explainError(
  error: Error,
  messages: Messages,
): Explanation & { retryable: boolean } {
  return error instanceof CccError
    ? { ...messages.problems[error.kind], retryable: error.retryable }
    : { ...messages.unexpected, retryable: true }
}

/** Why the agent cannot dial; `''` if they can. */
export function reasonOf({ dialDisabled }: PickerSnapshot, messages: Messages): string {
  return dialDisabled === true ? messages.cannotDial : dialDisabled || ''
}
