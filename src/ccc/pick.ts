import type { CccAction } from './action.ts'
import { type CccEnvelope, field, unreadable } from './envelope.ts'
import { readPage } from './list.ts'
import { readAnsweredNumber } from './number.ts'
import {
  comparePlaces,
  nowhere,
  type Place,
  type PlaceMatch,
  placeText,
  readPlace,
} from './place.ts'

/** A number and the place that it belongs to. */
export interface PlacedNumber extends Place {
  /** In national form such as `01089898989`; masked if the cloud masks it. */
  number: string
}

/** A caller number that the cloud offers for a callee. */
export interface Candidate extends PlacedNumber {
  /** How near its place is to the callee's. */
  match: PlaceMatch
}

/**
 * Asks for caller numbers for one callee.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/PickOutboundNumbers
 */
export interface PickRequest {
  /** In national form, see `readCallee`. */
  callee: string
  /** At least one; numbers belong to skill groups. */
  skillGroupIds: readonly string[]
  /** How many candidates are wanted, 1 or more. */
  count: number
  /** Leave it out if the proxy knows its instance. */
  instanceId?: string | undefined
}

/** What our proxy adds to an answer, for history to read. */
export interface ForHistory {
  /** Opens the narrow reads, see `CallHistory`; opaque. Null if the answer carries none. */
  offer: string | null
  /** What the proxy knew of the callee by then, opaque; undefined if nothing. */
  calleeHistory: unknown
}

/**
 * The cloud's offer for one callee: each caller once, in the cloud's own order.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/PickOutboundNumbers
 */
export interface PickResult extends ForHistory {
  /** The callee's place; both names are `''` if the answer has none. */
  place: Place
  /** Empty if no number fits. */
  candidates: readonly Candidate[]
  /** How many entries were unreadable and left out. */
  dropped: number
  /** The cloud's request id. */
  requestId: string
}

/**
 * Asks which caller numbers fit a callee.
 *
 * @example
 * const { place, candidates } = await client.call(pickOutboundNumbers, {
 *   callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 5,
 * })
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/PickOutboundNumbers
 */
export const pickOutboundNumbers: CccAction<PickRequest, PickResult> = {
  name: 'PickOutboundNumbers',
  parameters: ({ callee, skillGroupIds, ...request }) => ({
    ...request,
    calledNumber: callee,
    // The API takes a JSON array inside a string, and proxies pass it on as it is.
    skillGroupIdList: JSON.stringify(skillGroupIds),
  }),
  read: readPick,
}

function readPick(envelope: CccEnvelope): PickResult {
  const { entries: pairs, dropped, requestId } = readPage(envelope, 'Caller', readPair)
  if (dropped > 0 && pairs.length === 0) {
    throw unreadable(`None of the ${dropped} entries in Data holds a caller.`, requestId)
  }

  const place = pairs.find(({ callee }) => placeText(callee) !== '')?.callee ?? nowhere
  const candidates = pairs.map(({ caller }) => ({ ...caller, match: comparePlaces(caller, place) }))
  const { offer = null, calleeHistory } = envelope
  return { place, candidates: eachOnce(candidates), dropped, requestId, offer, calleeHistory }
}

/** Every number once; the first of each is kept. */
export function eachOnce<One extends PlacedNumber>(numbers: readonly One[]): readonly One[] {
  const seen = new Set<string>()
  return numbers.filter(({ number }) => !seen.has(number) && seen.add(number))
}

function readPair(entry: unknown): { caller: PlacedNumber; callee: Place } | null {
  const caller = readPlacedNumber(field(entry, 'Caller'))
  return caller && { caller, callee: placeOf(field(entry, 'Callee')) }
}

function placeOf(value: unknown): Place {
  return readPlace(field(value, 'Province'), field(value, 'City'))
}

/** Reads `{ Number, City, Province }`; null if it has no number. */
export function readPlacedNumber(value: unknown): PlacedNumber | null {
  const number = readAnsweredNumber(field(value, 'Number'))
  return number === null ? null : { number, ...placeOf(value) }
}
