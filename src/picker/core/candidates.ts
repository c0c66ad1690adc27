import {
  comparePlaces,
  eachOnce,
  formatNumber,
  nowhere,
  type Place,
  type PlacedNumber,
  placeText,
} from '../../ccc/index.ts'
import type { CallerUse } from './history.ts'
import type { CallerNote, PickerOptions } from './options.ts'
import { type Habits, type Habitual, habitualFirst, nearestFirst } from './order.ts'
import type { Past } from './pastCalls.ts'
import type { Listed, Offer } from './queries.ts'
import type { Foreknown } from './state.ts'

/** A caller to choose, with all that is known about it. */
export interface PickerCandidate extends Offer, CallerNote, Habitual {
  /** This customer answered it last. */
  answeredLast: boolean
  /** What it was used for today; null if that is not known. */
  today: CallerUse | null
  /** It was used too often today: it cannot be chosen, and if it is selected already, not dialed. */
  capped: boolean
}

/** The callers in the order in which they are shown, each with what the host says of it and what is known of it. */
export function readCandidates(
  offers: readonly Offer[],
  habits: Habits,
  annotate: PickerOptions['annotateCaller'],
  past: Past | null,
  cap: number,
): readonly PickerCandidate[] {
  return habitualFirst(offers, habits).map((offer) => {
    const today = past?.uses.get(offer.number) ?? null
    const capped = today !== null && today.dialed >= cap
    const answeredLast = offer.number === past?.answered
    return { ...annotate?.(offer), ...offer, answeredLast, today, capped }
  })
}

/** Those of all numbers that a search finds, the nearest to the callee first. */
export function searchNumbers(
  all: readonly Listed<PlacedNumber>[],
  filter: string,
  place: Place | null,
): readonly Offer[] {
  const found = eachOnce(all).filter((entry) => matches(entry, filter))
  return nearestFirst(
    found.map((entry) => ({ ...entry, match: comparePlaces(entry, place ?? nowhere) })),
  )
}

/** Searches for the whole text in the number, or for each word in the place or the formatted number. */
function matches(entry: PlacedNumber, filter: string): boolean {
  const digits = filter.replace(/[\s-]/g, '')
  const words = filter.trim().split(/\s+/)
  return (
    entry.number.includes(digits) ||
    words.every(
      (word) => placeText(entry).includes(word) || formatNumber(entry.number).includes(word),
    )
  )
}

/** Whether the agent may choose it now. */
export function isFree({ disabled, capped }: PickerCandidate): boolean {
  return !disabled && !capped
}

/** The caller that is selected as long as the agent chooses none: what history says later does not change it. */
export function firstOf(
  candidates: readonly PickerCandidate[],
  foreknown: Foreknown | undefined,
): PickerCandidate | null {
  const isCapped = ({ number, capped }: PickerCandidate) =>
    foreknown ? foreknown.capped.includes(number) : capped
  return candidates.find((one) => !one.disabled && !isCapped(one)) ?? null
}

/** The caller with this number, unless the host disables it; a cap does not take away what was chosen before. */
export function numbered(
  candidates: readonly PickerCandidate[],
  number: string | undefined,
): PickerCandidate | null {
  return candidates.find((one) => one.number === number && !one.disabled) ?? null
}

/** Remembers its last result for as long as it is asked with the same arguments. */
export function rememberLast<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { given: Arguments; result: Result } | null = null
  return (...given) => {
    if (!last?.given.every((one, index) => one === given[index])) {
      last = { given, result: compute(...given) }
    }
    return last.result
  }
}
