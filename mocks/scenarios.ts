import { readCallee } from '../src/ccc/index.ts'

/**
 * Dialing a special callee triggers an odd answer, as card numbers do in payment sandboxes. Nothing needs to
 * be switched on or off, and MSW and HTTP behave the same.
 */
interface ScenarioRow {
  id: string
  callee: string
  /** What happens, in one sentence. */
  says: string
  /** Who does this: the cloud itself, or only a proxy in front of it. */
  door: 'cloud' | 'proxy'
}

/** Every scenario: what the simulated cloud, or a proxy in front of it, does for a special callee. */
export const scenarios = [
  {
    id: 'seed-json',
    callee: '19900000001',
    says: "Answers exactly the API page's JSON sample: one object for Data, numbers as JSON numbers, a landline without its zero.",
    door: 'cloud',
  },
  {
    id: 'seed-xml',
    callee: '19900000002',
    says: "Answers the API page's XML sample with the root element that it lacks, even though JSON was asked for.",
    door: 'cloud',
  },
  {
    id: 'wrapped',
    callee: '19900000003',
    says: 'Wraps the candidates once more, as old gateways do: Data is { NumberPair: […] }.',
    door: 'cloud',
  },
  {
    id: 'empty',
    callee: '19900000004',
    says: 'Finds no candidate.',
    door: 'cloud',
  },
  {
    id: 'one',
    callee: '19900000016',
    says: 'Finds a single candidate.',
    door: 'cloud',
  },
  {
    id: 'nonsense-entry',
    callee: '19900000005',
    says: 'Mixes entries without a number among good ones.',
    door: 'cloud',
  },
  {
    id: 'masked',
    callee: '19900000006',
    says: 'Masks the last four digits of every number.',
    door: 'cloud',
  },
  {
    id: 'json-numbers',
    callee: '19900000007',
    says: 'Writes every number as a JSON number, so that landlines lose their zero.',
    door: 'cloud',
  },
  {
    id: 'duplicates',
    callee: '19900000008',
    says: 'Repeats callers and adds fields that nobody knows.',
    door: 'cloud',
  },
  {
    id: 'odd-places',
    callee: '19900000009',
    says: 'Writes places with suffix (北京市, 内蒙古自治区), leaves them empty, or leaves them out.',
    door: 'cloud',
  },
  {
    id: 'slow',
    callee: '19900000010',
    says: 'Answers after a second and a half.',
    door: 'cloud',
  },
  {
    id: 'hang',
    callee: '19900000011',
    says: 'Never answers; the client has to give up.',
    door: 'cloud',
  },
  {
    id: 'markup',
    callee: '19900000012',
    says: 'Names a city <img src=x onerror=alert(1)>, which must be shown as text.',
    door: 'cloud',
  },
  {
    id: 'many',
    callee: '19900000013',
    says: 'Ignores Count and answers with all fifty numbers.',
    door: 'cloud',
  },
  {
    id: 'thousand',
    callee: '19900001000',
    says: 'Ignores Count and answers with a thousand numbers.',
    door: 'cloud',
  },
  {
    id: 'nonsense',
    callee: '19900000014',
    says: 'Says OK, but Data is the string "oops".',
    door: 'cloud',
  },
  {
    id: 'fails-once',
    callee: '19900000015',
    says: 'Refuses the first call with ServiceUnavailable and answers the next one, over and over.',
    door: 'cloud',
  },
  {
    id: 'error-in-200',
    callee: '19900000200',
    says: 'Reports InternalError under HTTP status 200.',
    door: 'cloud',
  },
  {
    id: 'redirect-to-login',
    callee: '19900000302',
    says: 'Redirects to a login page, because the session at the proxy ran out.',
    door: 'proxy',
  },
  {
    id: 'login-page',
    callee: '19900000401',
    says: 'Answers an HTML login page under HTTP status 200.',
    door: 'proxy',
  },
  {
    id: 'forbidden',
    callee: '19900000403',
    says: 'Refuses with Forbidden.RAM, HTTP status 403.',
    door: 'cloud',
  },
  {
    id: 'no-instance',
    callee: '19900000404',
    says: 'Refuses with NotExists.InstanceId, HTTP status 404.',
    door: 'cloud',
  },
  {
    id: 'throttled',
    callee: '19900000429',
    says: 'Refuses with Throttling.User, HTTP status 400.',
    door: 'cloud',
  },
  {
    id: 'internal-error',
    callee: '19900000500',
    says: 'Refuses with InternalError, HTTP status 500.',
    door: 'cloud',
  },
  {
    id: 'bad-gateway',
    callee: '19900000502',
    says: "Answers a gateway's HTML page, HTTP status 502.",
    door: 'cloud',
  },
  {
    id: 'unavailable',
    callee: '19900000503',
    says: 'Refuses with ServiceUnavailable, HTTP status 503.',
    door: 'cloud',
  },
  {
    id: 'connection-lost',
    callee: '19900000999',
    says: 'Loses the connection instead of answering.',
    door: 'cloud',
  },
  {
    id: 'never-called',
    callee: '19900000600',
    says: 'Was never called before: the list of call records is empty.',
    door: 'cloud',
  },
  {
    id: 'called-often',
    callee: '19900000605',
    says: 'Was called five times in the last 24 hours.',
    door: 'cloud',
  },
  {
    id: 'records-masked',
    callee: '19900000606',
    says: 'Was called before, but the call records mask all numbers.',
    door: 'cloud',
  },
  {
    id: 'records-slow',
    callee: '19900000610',
    says: 'Was called before, but the call records take a second and a half.',
    door: 'cloud',
  },
  {
    id: 'records-refused',
    callee: '19900000643',
    says: 'Refuses the call records with Forbidden.RAM, HTTP status 403.',
    door: 'cloud',
  },
] as const satisfies readonly ScenarioRow[]

/** A scenario: its `id`, its `callee`, what it `says`, and whose `door` it stands at, `cloud` or `proxy`. */
export type Scenario = (typeof scenarios)[number]
/** The id of a scenario, such as `seed-json`. */
export type ScenarioId = Scenario['id']

/**
 * The scenario of this callee, however it is written; undefined for other callees.
 *
 * @example
 * scenarioOf('199 0000 0004')?.id // 'empty'
 */
export function scenarioOf(callee: string): Scenario | undefined {
  const reading = readCallee(callee)
  if (reading.state !== 'complete') return undefined
  return scenarios.find((scenario) => scenario.callee === reading.number)
}

/**
 * The scenario of this name.
 *
 * @example
 * await page.getByLabel('被叫号码').fill(scenarioById('empty').callee)
 *
 * @throws {TypeError} for a name that no scenario has
 */
export function scenarioById(id: ScenarioId): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id)
  if (!found) throw new TypeError(`There is no scenario "${id}".`)
  return found
}
