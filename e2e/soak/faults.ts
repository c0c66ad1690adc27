import type { Route } from '@playwright/test'
import { loginPage } from '../../mocks/delivery.ts'
import { type ScenarioId, scenarioById } from '../../mocks/index.ts'
import type { CccErrorKind } from '../../src/index.ts'

/** What the agent sees at the end: callers, that there are none, or a problem of this kind. */
export type Outcome = 'callers' | 'nothing' | CccErrorKind

/** What is in the way of a pick. */
export type Fault =
  | {
      name: string
      outcome: Outcome
      /** The special callee for which the simulated cloud does it, through the proxy. */
      callee: string
    }
  | {
      name: string
      outcome: Outcome
      /** What becomes of a request on its way to the proxy or back, by how many there were before it. */
      meet: (route: Route, before: number) => Promise<void>
    }

function ofCloud(scenario: ScenarioId, outcome: Outcome): Fault {
  const { callee, says } = scenarioById(scenario)
  return { name: `the cloud: ${says}`, outcome, callee }
}

/** Odd answers of the cloud that have callers in them all the same. */
export const oddAnswers: readonly Fault[] = [
  ofCloud('seed-json', 'callers'),
  ofCloud('seed-xml', 'callers'),
  ofCloud('wrapped', 'callers'),
  ofCloud('one', 'callers'),
  ofCloud('nonsense-entry', 'callers'),
  ofCloud('masked', 'callers'),
  ofCloud('json-numbers', 'callers'),
  ofCloud('duplicates', 'callers'),
  ofCloud('odd-places', 'callers'),
  ofCloud('markup', 'callers'),
  ofCloud('many', 'callers'),
  ofCloud('thousand', 'callers'),
  ofCloud('fails-once', 'callers'),
  ofCloud('slow', 'callers'),
]

/** What the cloud does as long as the same customer is called. */
export const cloudFaults: readonly Fault[] = [
  ofCloud('empty', 'nothing'),
  ofCloud('nonsense', 'answer'),
  ofCloud('forbidden', 'forbidden'),
  ofCloud('no-instance', 'instance'),
  ofCloud('throttled', 'throttled'),
  ofCloud('internal-error', 'unavailable'),
  ofCloud('error-in-200', 'unavailable'),
  ofCloud('unavailable', 'unavailable'),
  ofCloud('bad-gateway', 'gateway'),
  ofCloud('connection-lost', 'gateway'),
]

/** Takes as long as the proxy waits. */
export const hang = ofCloud('hang', 'timeout')

const html = { contentType: 'text/html; charset=utf-8' }

/** What is in the way between the agent and the proxy, until it is mended. */
export const wayFaults: readonly Fault[] = [
  {
    name: 'the proxy is down',
    outcome: 'connection',
    meet: (route) => route.abort('connectionrefused'),
  },
  {
    name: 'the connection is lost in the middle',
    outcome: 'connection',
    meet: (route) => route.abort('connectionreset'),
  },
  {
    name: 'a load balancer answers its page, 502',
    outcome: 'gateway',
    meet: (route) => route.fulfill({ ...html, status: 502, body: '<h1>502 Bad Gateway</h1>' }),
  },
  {
    name: 'a login page in place of an answer',
    outcome: 'session',
    meet: (route) => route.fulfill({ ...html, body: loginPage }),
  },
  {
    name: 'a redirect to a login page',
    outcome: 'session',
    meet: (route) => route.fulfill({ status: 302, headers: { location: '/sso/login' } }),
  },
  {
    name: 'an answer that ends in the middle',
    outcome: 'answer',
    meet: (route) => route.fulfill({ contentType: 'application/json', body: '{"Code":"OK","Da' }),
  },
  {
    name: 'one request is lost, the next is not',
    outcome: 'callers',
    meet: (route, before) => (before === 0 ? route.abort('connectionreset') : route.continue()),
  },
  {
    name: 'the proxy is slow',
    outcome: 'callers',
    // As long as its own answer takes, and that of somebody else before it.
    meet: async (route) => {
      await (await route.fetch()).dispose()
      await route.continue()
    },
  },
]
