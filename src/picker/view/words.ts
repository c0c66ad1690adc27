import { type CalleeReading, CccError, formatNumber, placeText } from '../../ccc/index.ts'
import { type PickerCandidate, type PickerSnapshot, sameDraft } from '../core/index.ts'
import type { Explanation, Messages } from '../messages/index.ts'

/**
 * What is said of a caller besides its number and place: why it stands where it does, the host's note or why it cannot be
 * chosen, and its use.
 */
export function remarksOf(
  candidate: PickerCandidate,
  messages: Messages,
): { habits: readonly string[]; note: string; use: string } {
  const { pinned, answeredLast, lastUsed, disabled, capped, today, note } = candidate
  // Who answered it saw it: that says more.
  const seen = answeredLast ? messages.answeredLast : lastUsed && messages.lastUsed
  const habits = [pinned && messages.pinned, seen].filter((habit) => habit !== false)
  const dialed = today?.dialed ?? 0
  const answered = Math.round((100 * (today?.answered ?? 0)) / dialed)
  return {
    habits,
    note: disabled || (capped ? messages.capped(dialed) : note) || '',
    use: dialed > 0 && !capped ? messages.today(dialed, answered) : '',
  }
}

/** A caller in one line, as screen readers say it: `010 8989 8989 北京 同城`. */
export function candidateName(candidate: PickerCandidate, messages: Messages): string {
  const { habits, note, use } = remarksOf(candidate, messages)
  const parts = [
    formatNumber(candidate.number),
    placeText(candidate),
    messages.matches[candidate.match],
    ...habits,
    note,
    use,
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
export function reasonOf({ dialDisabled, pick }: PickerSnapshot, messages: Messages): string {
  if (dialDisabled) return dialDisabled === true ? messages.cannotDial : dialDisabled
  const isCapped = pick.state === 'found' && pick.selected?.capped
  return isCapped ? messages.cappedAdvice : ''
}

/** The last call to the callee in one line; `''` where nothing is known of it. */
export function explainHistory(
  { history }: Pick<PickerSnapshot, 'history'>,
  messages: Messages,
  now = Date.now(),
): string {
  if (history?.state === 'failed') return messages.noHistory
  if (!history?.last) return ''
  const { at, caller, outcome } = history.last
  const when = whenText(at, now, messages.lang)
  return messages.lastCall(when, formatNumber(caller), messages.outcomes[outcome])
}

const DAY = 24 * 3_600_000

/** When something was, as one says it: `昨天 16:20`, `Yesterday 16:20`, `Nov 3`. */
export function whenText(at: number, now: number, lang: string): string {
  // The middle of a day is on the same day, also where clocks change.
  const days = Math.round((new Date(at).setHours(12) - new Date(now).setHours(12)) / DAY)
  if (days !== 0 && days !== -1) {
    return new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric' }).format(at)
  }
  const day = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day')
  const time = new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${time.format(at)}`
}
