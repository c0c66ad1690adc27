import { readCallee } from '../../src/ccc/index.ts'
import { type ScenarioId, scenarioOf } from '../scenarios.ts'
import { type CallerNumber, callerNumbers } from './callerNumbers.ts'
import type { MadeCall } from './callRecord.ts'
import { hash } from './hash.ts'
import { pickCallers } from './pick.ts'
import { placeOf } from './places.ts'

/** When a call was made, and by whom: what is the same for every callee with this past. */
interface Past {
  /** Days ago and time of day in Shanghai, or hours before the instance began. */
  when: [daysAgo: number, time: string] | number
  outcome: MadeCall['outcome']
  /** Which of the callers that a pick offers, from 0 on. */
  caller: number
  by: 'agent' | 'colleague'
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Shanghai has kept this distance from UTC since before any of this. */
const SHANGHAI = 8 * HOUR

/** 00:00 of this moment's day in Shanghai. */
export function startOfDay(at: number): number {
  return Math.floor((at + SHANGHAI) / DAY) * DAY - SHANGHAI
}

const missed: Past = { when: [1, '16:20'], outcome: 'no-answer', caller: 1, by: 'colleague' }
const pasts: readonly (readonly Past[])[] = [
  [missed, { when: [3, '10:05'], outcome: 'answered', caller: 3, by: 'agent' }],
  [
    { when: [2, '11:15'], outcome: 'rejected', caller: 1, by: 'colleague' },
    { when: [2, '09:40'], outcome: 'busy', caller: 2, by: 'colleague' },
  ],
  [{ when: [5, '14:30'], outcome: 'answered', caller: 2, by: 'colleague' }],
  [],
]

const often: readonly Past[] = [1, 4, 9, 15, 22].map((hours, index) => ({
  when: hours,
  outcome: index === 2 ? 'answered' : 'no-answer',
  caller: index % 3,
  by: index % 2 === 0 ? 'colleague' : 'agent',
}))

const ofScenarios: Partial<Record<ScenarioId, readonly Past[]>> = {
  'called-often': often,
  'records-slow': pasts[0] ?? [],
  'records-masked': pasts[0] ?? [],
}

/** The past of a callee: special callees have their own or none, the others one of a few. */
function pastOf(callee: string): readonly Past[] {
  const scenario = scenarioOf(callee)
  if (scenario) return ofScenarios[scenario.id] ?? []
  // The customer of most examples has the past that says the most.
  if (callee === '13888888888') return pasts[0] ?? []
  return pasts[hash(`past ${callee}`) % pasts.length] ?? []
}

/** The calls that had been made to a callee when the instance began. */
export function callsTo(callee: string, instanceId: string, began: number): MadeCall[] {
  const reading = readCallee(callee)
  if (reading.state !== 'complete') return []
  const { number } = reading
  const offered = pickCallers(callerNumbers, { number, place: placeOf(number) }, 5)
  return pastOf(number).flatMap(({ when, outcome, caller, by }) => {
    const from = offered[caller % offered.length]?.number
    const agentId = `${by}@${instanceId}`
    const seconds = outcome === 'answered' ? 95 : 20
    const made = { callee: number, agentId, at: momentOf(when, began), seconds, outcome }
    return from ? [{ ...made, caller: from }] : []
  })
}

function momentOf(when: Past['when'], began: number): number {
  if (typeof when === 'number') return began - when * HOUR
  const [daysAgo, time] = when
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(began) - daysAgo * DAY + hours * HOUR + minutes * 60_000
}

/** The one that is called from so often today that a house rule of 50 calls stops it. */
export const BUSIEST = '02161330088'

/** The calls that had been made from a caller on the day on which the instance began. */
export function callsFrom({ number }: CallerNumber, instanceId: string, began: number): MadeCall[] {
  const calls = number === BUSIEST ? 50 : hash(`use ${number}`) % 49
  const passed = began - startOfDay(began)
  return Array.from({ length: calls }, (_, index) => {
    const lot = hash(`${number} today ${index}`)
    const isAnswered = lot % 3 === 0
    return {
      caller: number,
      callee: `1370000${`${lot % 10_000}`.padStart(4, '0')}`,
      agentId: `colleague@${instanceId}`,
      at: startOfDay(began) + Math.floor((passed * index) / calls),
      seconds: isAnswered ? 60 : 20,
      outcome: isAnswered ? ('answered' as const) : ('no-answer' as const),
    }
  })
}
