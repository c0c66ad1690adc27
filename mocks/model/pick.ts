import { comparePlaces, type Place } from '../../src/ccc/index.ts'
import type { CallerNumber } from './callerNumbers.ts'
import { hash } from './hash.ts'

/**
 * The cloud's choice among the numbers that may be shown: it prefers the callee's city and province, with
 * some variety. The first result is deliberately not the best: the client has to sort, and a client that
 * does not should be noticed.
 */
export function pickCallers(
  offered: readonly CallerNumber[],
  callee: { number: string; place: Place },
  count: number,
): CallerNumber[] {
  const drawn = [...offered].sort(
    (one, other) => lot(one, callee.number) - lot(other, callee.number),
  )
  const sameCity = drawn.filter(({ place }) => comparePlaces(place, callee.place) === 'same-city')
  const sameProvince = drawn.filter(
    ({ place }) => comparePlaces(place, callee.place) === 'same-province',
  )
  const elsewhere = drawn.filter(
    (caller) => !sameCity.includes(caller) && !sameProvince.includes(caller),
  )
  const [best, ...rest] = takeTurns([sameCity, sameProvince, elsewhere]).slice(0, count)
  return best ? [...rest, best] : []
}

function lot({ number }: CallerNumber, callee: string): number {
  return hash(`${callee} ${number}`)
}

function takeTurns(queues: readonly CallerNumber[][]): CallerNumber[] {
  const rounds = Math.max(...queues.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) =>
    queues.flatMap((queue) => queue[round] ?? []),
  ).flat()
}
