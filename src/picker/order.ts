import type { Candidate, Match } from '../ccc/index.ts'

const ranks: Readonly<Record<Match, number>> = {
  'same-city': 0,
  'same-province': 1,
  other: 2,
  unknown: 2,
}

/** Nearest to the callee first; among equally near ones the cloud's own order stays. */
export function orderCandidates(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((one, other) => ranks[one.match] - ranks[other.match])
}
