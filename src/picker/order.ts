import type { Candidate, Match } from '../ccc/index.ts'

/** What is not among them is farther. */
const fromFarToNear: readonly Match[] = ['same-province', 'same-city']

/** What the agent's own habits say about the callers. */
export interface Habits {
  /** Numbers that the agent pinned. */
  pins: readonly string[]
  /** The number that this customer saw last. */
  lastUsed: string | null
}

/** The same for one caller. */
export interface Habitual {
  pinned: boolean
  /** This customer saw it last. */
  lastUsed: boolean
}

/**
 * Pinned callers first, then the one this customer saw last, then the nearest. Equal ones stay in their
 * original order.
 */
export function orderCandidates<One extends Candidate>(
  candidates: readonly One[],
  { pins, lastUsed }: Habits,
): readonly (One & Habitual)[] {
  const rank = ({ pinned, lastUsed, match }: Candidate & Habitual) =>
    pinned ? 3 : lastUsed ? 2 : fromFarToNear.indexOf(match)
  return candidates
    .map((one) => ({
      ...one,
      pinned: pins.includes(one.number),
      lastUsed: one.number === lastUsed,
    }))
    .sort((one, other) => rank(other) - rank(one))
}
