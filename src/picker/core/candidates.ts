import {
  comparePlaces,
  eachOnce,
  formatNumber,
  nowhere,
  type Place,
  type PlacedNumber,
  placeText,
} from '../../ccc/index.ts'
import type { CallerNote, PickerOptions } from './options.ts'
import { type Habits, type Habitual, habitualFirst, nearestFirst } from './order.ts'
import type { Listed, Offer } from './queries.ts'

/** A caller to choose, with all that is known about it. */
export interface PickerCandidate extends Offer, CallerNote, Habitual {}

/** The callers in the order in which they are shown, each with what the host says of it. */
export function readCandidates(
  offers: readonly Offer[],
  habits: Habits,
  annotate: PickerOptions['annotateCaller'],
): readonly PickerCandidate[] {
  return habitualFirst(offers, habits).map((offer) => ({ ...annotate?.(offer), ...offer }))
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
