import { type ScenarioId, scenarioOf } from '../scenarios.ts'
import { seedJson, seedXmlAsJson } from '../seed.ts'
import type { Answer } from './answer.ts'
import { CloudError, type CloudErrorCode } from './cloudError.ts'
import type { LocatedNumber, NumberPair } from './locatedNumber.ts'

/** Answers a pick in an odd way; `grant` puts data into the usual envelope. */
type OddAnswer = (pairs: readonly NumberPair[], grant: (data: unknown) => Answer) => Answer

/**
 * What the special callees get instead of the usual answer. Scenarios about how an answer is delivered are in
 * `delivery.ts`.
 *
 * @param numbers all numbers of the instance
 */
export function createOddAnswers(
  numbers: readonly LocatedNumber[],
): (callee: string) => OddAnswer | undefined {
  let failedOnce = false

  const oddAnswers: Partial<Record<ScenarioId, OddAnswer>> = {
    'seed-json': () => ({ httpStatus: 200, body: seedJson }),
    'seed-xml': () => ({ httpStatus: 200, body: seedXmlAsJson }),
    wrapped: (pairs, grant) => grant({ NumberPair: pairs }),
    empty: (_pairs, grant) => grant([]),
    one: (pairs, grant) => grant(pairs.slice(0, 1)),
    'nonsense-entry': (pairs, grant) => grant([...nonsense, ...pairs, 'oops', 42]),
    masked: (pairs, grant) => grant(pairs.map(mapNumbers(mask))),
    'json-numbers': (pairs, grant) => grant(pairs.map(mapNumbers(Number))),
    duplicates: (pairs, grant) => grant([...pairs, ...pairs].map(addUnknownFields)),
    'odd-places': (pairs, grant) => grant(pairs.map(misplaceCaller)),
    markup: (pairs, grant) => grant(pairs.map(markUpCity)),
    many: (pairs, grant) => grant(withCallers(pairs, numbers)),
    thousand: (pairs, grant) => grant(withCallers(pairs, multiply(numbers, 1000))),
    nonsense: (_pairs, grant) => grant('oops'),
    'fails-once': (pairs, grant) => {
      failedOnce = !failedOnce
      if (failedOnce) throw new CloudError('ServiceUnavailable')
      return grant(pairs)
    },
    'error-in-200': (_pairs, grant) => {
      const { code, httpStatus, message } = new CloudError('InternalError')
      const { body } = grant(null)
      return {
        httpStatus: 200,
        body: { ...body, Code: code, HttpStatusCode: httpStatus, Message: message },
      }
    },
    forbidden: refuseWith('Forbidden.RAM'),
    'no-instance': refuseWith('NotExists.InstanceId', 'ccc-gone'),
    throttled: refuseWith('Throttling.User'),
    'internal-error': refuseWith('InternalError'),
    unavailable: refuseWith('ServiceUnavailable'),
  }

  return (callee) => {
    const scenario = scenarioOf(callee)
    return scenario && oddAnswers[scenario.id]
  }
}

function refuseWith(code: CloudErrorCode, about?: string): OddAnswer {
  return () => {
    throw new CloudError(code, about)
  }
}

/** The callee of a pick with other callers. */
function withCallers([first]: readonly NumberPair[], callers: readonly LocatedNumber[]) {
  return first ? callers.map((Caller) => ({ Callee: first.Callee, Caller })) : []
}

/** So many numbers, in the places of these, which differ in their last four digits. */
function multiply(numbers: readonly LocatedNumber[], count: number): LocatedNumber[] {
  return Array.from({ length: count }).flatMap((_, index) => {
    const like = numbers[index % numbers.length]
    const ending = `${index}`.padStart(4, '0')
    return like ? { ...like, Number: `${like.Number.slice(0, -4)}${ending}` } : []
  })
}

const nonsense: readonly unknown[] = [
  null,
  { Callee: null, Caller: null },
  { Callee: {}, Caller: { Number: '', City: '北京', Province: '北京' } },
  { Callee: {}, Caller: { Number: null } },
]

function mapNumbers(rewrite: (number: string) => unknown) {
  return ({ Callee, Caller }: NumberPair) => ({
    Callee: { ...Callee, Number: rewrite(Callee.Number) },
    Caller: { ...Caller, Number: rewrite(Caller.Number) },
  })
}

function mask(number: string): string {
  return `${number.slice(0, -4)}****`
}

function addUnknownFields({ Callee, Caller }: NumberPair) {
  return { Callee, Caller: { ...Caller, Trunk: 'sip-02' }, Weight: 1, Tags: { Tag: ['主号'] } }
}

function markUpCity({ Callee, Caller }: NumberPair) {
  return { Callee, Caller: { ...Caller, City: '<img src=x onerror=alert(1)>' } }
}

/** Every third caller keeps its place, but with suffixes; the others lose it in different ways. */
function misplaceCaller({ Callee, Caller }: NumberPair, index: number) {
  const { Number: number, City: city, Province: province } = Caller
  const misplaced = [
    { Number: number, City: withSuffix(city, '市'), Province: withSuffix(province, '省') },
    { Number: number, City: '', Province: '' },
    { Number: number },
  ][index % 3]
  return { Callee, Caller: misplaced }
}

const officialProvinces: Readonly<Record<string, string>> = {
  北京: '北京市',
  上海: '上海市',
  天津: '天津市',
  重庆: '重庆市',
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
  西藏: '西藏自治区',
}

function withSuffix(name: string, suffix: string): string {
  return name && (officialProvinces[name] ?? `${name}${suffix}`)
}
