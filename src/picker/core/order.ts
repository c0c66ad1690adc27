import type { Candidate, PlaceMatch } from '../../ccc/index.ts'

/** What the agent's own habits, and those of the customer, say about the callers. */
export interface Habits {
  /** Numbers that the agent pinned. */
  pins: readonly string[]
  /** The number that this customer answered last, as far as it was known when the rows were first shown. */
  answered: string | null
  /** The number that this customer saw last. */
  lastUsed: string | null
}

/** The same for one caller. */
export interface Habitual {
  /** The agent pinned it. */
  pinned: boolean
  /** This customer saw it last. */
  lastUsed: boolean
}

const distance: Readonly<Record<PlaceMatch, number>> = {
  'same-city': 0,
  'same-province': 1,
  other: 2,
  unknown: 2,
}

/** The nearest callers first; equally near ones stay in their original order. */
export function nearestFirst<One extends Candidate>(candidates: readonly One[]): readonly One[] {
  return [...candidates].sort((one, other) => distance[one.match] - distance[other.match])
}

/**
 * Pinned callers first, then the one this customer answered last, then the one they saw last. The others stay in their
 * order: what is added later stands below what is there.
 */
export function habitualFirst<One extends Candidate>(
  candidates: readonly One[],
  { pins, answered, lastUsed }: Habits,
): readonly (One & Habitual)[] {
  const all = candidates.map((one) => ({
    ...one,
    pinned: pins.includes(one.number),
    lastUsed: one.number === lastUsed,
  }))
  const rank = ({ pinned, number, lastUsed }: One & Habitual) => {
    if (pinned) return 0
    if (number === answered) return 1
    return lastUsed ? 2 : 3
  }
  return all.sort((one, other) => rank(one) - rank(other))
}
