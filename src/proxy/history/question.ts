import * as v from 'valibot'
import { readCallee } from '../../ccc/index.ts'
import type { ApiParameters } from '../call/index.ts'
import { badRequest } from '../refusal.ts'

/** Callers that one question may name, and about which one pick is told. */
export const MOST_CALLERS = 50

/**
 * The callee that a call names, in national form; null if that is not one whole number, such as a part of
 * one or a pattern.
 */
export function calleeOf(parameters: ApiParameters): string | null {
  const reading = readCallee(parameters.get('CalledNumber') ?? '')
  return reading.state === 'complete' && reading.extension === '' ? reading.number : null
}

/** @throws {CccError} `BadRequest` (400) */
export function readOffer(parameters: ApiParameters): string {
  const offer = parameters.get('Offer')
  if (offer) return offer
  throw badRequest('The offer is missing: send the Offer of the pick in the parameter offer.')
}

const callers = v.pipe(v.array(v.string()), v.maxLength(MOST_CALLERS))

/** @throws {CccError} `BadRequest` (400) */
export function readCallers(parameters: ApiParameters): ReadonlySet<string> {
  const found = v.safeParse(
    v.pipe(v.string(), v.parseJson(), callers),
    parameters.get('CallerNumberList'),
  )
  if (found.success) return new Set(found.output)
  throw badRequest(
    `The callers cannot be read: send a JSON array of at most ${MOST_CALLERS} numbers as text ` +
      'in the parameter callerNumberList, ["01089898989"].',
  )
}
