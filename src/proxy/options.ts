import { readOrigin } from './address.ts'
import { type Authenticate, createLimits, type Limits } from './agent/index.ts'
import { type AnswerMemory, createAnswerMemory } from './answerMemory.ts'
import type { ActionChoice } from './call/index.ts'
import type { BreakerOptions, Credentials, OutboundProxies } from './cloud/index.ts'
import type { Observe } from './event.ts'
import { type HistoryOptions, readHistoryOptions } from './history/index.ts'

/** What a proxy serves, and for whom. */
export interface ProxyOptions {
  /** The instance that this proxy serves, such as `ccc-test`. Browsers cannot name another. */
  instanceId: string
  /** Returns the key to sign with; called before every call to the cloud. */
  credentials: Credentials
  /**
   * Finds out who calls: `createJwtAuthentication(…)`, or your own function. `'none'` lets everybody who
   * reaches the proxy act for every agent.
   */
  authenticate: Authenticate | 'none'
  /** Region of the instance. Default `cn-shanghai`. */
  regionId?: string
  /** The API's origin. Default: the region's own, `https://ccc.<regionId>.aliyuncs.com`. */
  endpoint?: string
  /** Path of the API; the Workbench SDK calls it `ajaxPath`. Default `/aliyun/ccc/api`. */
  path?: string
  /** Query parameter that names the action; the Workbench SDK calls it `ajaxApiParamName`. Default `action`. */
  actionParam?: string
  /** What may be called: a preset, or a list of actions. Default `picker`, what the widget needs. */
  actions?: ActionChoice
  /** Origins whose pages may call, in addition to the proxy's own. Default: none. */
  allowedOrigins?: readonly string[]
  /** How history is answered, if `actions` are `picker+history` or name its actions. */
  history?: HistoryOptions
  /** Limits how many calls are allowed. Default: `createLimits`, counting for this handler alone. */
  limits?: Limits | 'none'
  /** Where answers are kept for calls with an `Idempotency-Key`. Default: `createAnswerMemory`, for this handler alone. */
  answerMemory?: AnswerMemory
  /**
   * Milliseconds that the cloud has for a whole call, retries included, once the request is there; and that the token,
   * the limits and the request itself have before. Default 8000.
   */
  timeout?: number
  /** Maximum tries of a read, the first one included. Default 3. */
  tries?: number
  /** When to stop calling a cloud that fails, and for how long. */
  breaker?: BreakerOptions
  /** Maximum bytes of a request's body, or of its query. Default 64 KiB. */
  bodyLimit?: number
  /** Maximum bytes of the cloud's answer. Default 1 MiB. */
  answerLimit?: number
  /** HTTP proxies on the way to the cloud. Default: none. */
  proxies?: OutboundProxies | undefined
  /** Replaces the HTTP client for calls to the cloud. */
  fetch?: typeof globalThis.fetch
  /** Receives everything that logs and metrics are made from. */
  observe?: Observe
}

/** Defaults of options that are left out. */
export const proxyDefaults = {
  regionId: 'cn-shanghai',
  path: '/aliyun/ccc/api',
  actionParam: 'action',
  actions: 'picker',
  timeout: 8000,
  tries: 3,
  bodyLimit: 64 * 1024,
  answerLimit: 1024 * 1024,
} as const

/**
 * The options, with the defaults for those that were left out.
 *
 * @throws {TypeError} for options that cannot work; the message names the option, its value and what to pass
 */
export function readOptions(options: ProxyOptions) {
  const { instanceId, credentials, authenticate, fetch, observe = () => {} } = options
  const { regionId, path, actionParam, actions, timeout, tries, bodyLimit, answerLimit } = {
    ...proxyDefaults,
    ...options,
  }
  if (typeof instanceId !== 'string' || instanceId === '') {
    throw fault('instanceId', instanceId, 'Name the instance, as in ccc-test.')
  }
  if (typeof credentials !== 'function') {
    throw fault('credentials', credentials, 'Pass a function that gives the access key.')
  }
  if (authenticate !== 'none' && typeof authenticate !== 'function') {
    throw fault('authenticate', authenticate, "Pass a function that tells who calls, or 'none'.")
  }
  if (!String(path).startsWith('/'))
    throw fault('path', path, `Begin it with /, as ${proxyDefaults.path}.`)
  for (const [name, value] of Object.entries({ timeout, tries, bodyLimit, answerLimit })) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw fault(name, value, 'Pass a whole number above 0.')
    }
  }
  const { endpoint = endpointOfRegion(regionId), allowedOrigins = [], breaker = {} } = options
  return {
    instanceId,
    credentials,
    authenticate,
    endpoint: requireOrigin('endpoint', endpoint),
    path,
    actionParam,
    actions,
    allowedOrigins: allowedOrigins.map((one) => requireOrigin('allowedOrigins', one)),
    answerMemory: options.answerMemory ?? createAnswerMemory(instanceId),
    history: readHistoryOptions(options.history ?? {}),
    limits: options.limits ?? createLimits(instanceId, { observe }),
    timeout,
    tries,
    breaker,
    bodyLimit,
    answerLimit,
    fetch,
    proxies: options.proxies,
    observe,
  }
}

/** The origin of a region's API. */
export function endpointOfRegion(regionId: string): string {
  return `https://ccc.${regionId}.aliyuncs.com`
}

function requireOrigin(option: string, text: string): string {
  const origin = readOrigin(text)
  if (origin !== null) return origin
  throw fault(option, text, 'Pass an origin, as in https://example.com.')
}

function fault(option: string, value: unknown, remedy: string): TypeError {
  return new TypeError(`createProxyHandler: ${option} is ${JSON.stringify(value)}. ${remedy}`)
}
