import type { ScenarioId } from '../../../mocks/index.ts'

/** Error codes that a pick may get, each with the special callee that shows it. */
export const faults: readonly {
  code: string
  httpStatus: number
  /** Who says it: the cloud, our proxy, or something in between. */
  from: 'cloud' | 'proxy'
  scenario: ScenarioId
}[] = [
  { code: 'NotExists.InstanceId', httpStatus: 404, from: 'cloud', scenario: 'no-instance' },
  { code: 'Forbidden.RAM', httpStatus: 403, from: 'cloud', scenario: 'forbidden' },
  { code: 'Throttling.User', httpStatus: 400, from: 'cloud', scenario: 'throttled' },
  { code: 'InternalError', httpStatus: 500, from: 'cloud', scenario: 'internal-error' },
  { code: 'ServiceUnavailable', httpStatus: 503, from: 'cloud', scenario: 'unavailable' },
  { code: 'BadGateway', httpStatus: 502, from: 'proxy', scenario: 'bad-gateway' },
  { code: 'CloudUnreachable', httpStatus: 502, from: 'proxy', scenario: 'connection-lost' },
]
