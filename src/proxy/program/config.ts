import * as v from 'valibot'
import { isLoopback } from '../address.ts'
import type { JwtOptions, LimitsOptions } from '../agent/index.ts'
import type { ActionChoice } from '../call/index.ts'
import { accessKeyProblems, type OutboundProxies } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import { endpointOfRegion } from '../options.ts'
import { misspelt } from './misspelt.ts'
import { outboundProblems, outboundProxies } from './outbound.ts'
import { longestEnd } from './server.ts'
import { variables } from './variables.ts'

/** What the program takes from its environment, in the order of docs/proxy.md. */
export interface Config {
  instanceId: string
  regionId: string
  /** An origin. */
  endpoint: string
  /** How agents are identified; null if `PROXY_AUTH` turns that off. */
  jwt: JwtOptions | null
  /** All the secrets that tokens may be signed with now; none if they are checked with public keys. */
  jwtSecrets: readonly string[]
  /** Where secrets are read again; null if they cannot change. */
  secretsFile: string | null
  actions: ActionChoice
  allowedOrigins: readonly string[]
  path: string
  actionParam: string
  /** Milliseconds for a whole call. */
  timeout: number
  limit: Required<Pick<LimitsOptions, 'perAgent' | 'perAction' | 'perInstance' | 'window'>>
  /** HTTP proxies on the way out; undefined without any. */
  proxies: OutboundProxies | undefined
  /** Null if replicas count for themselves. */
  redisUrl: string | null
  host: string
  /** 0 for any free port. */
  port: number
  /** Where probes are answered; undefined for the port of the calls. */
  adminPort: number | undefined
  /** How many processes share the port. */
  workers: number
  /** Milliseconds without reaching the cloud after which the proxy is not ready; 0 for never. */
  unreadyAfter: number
  /** Milliseconds between SIGTERM and the end of listening. */
  drain: number
  logLevel: string
  /** One sentence each: settings that do not prevent starting, but are probably a mistake. */
  warnings: readonly string[]
}

type Variables = v.InferOutput<typeof variables>

/**
 * Reads the configuration from environment variables; an empty one is treated as not set.
 *
 * @throws {ConfigurationError} with all problems, including those of the access key
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const names = Object.keys(variables.entries)
  const set = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]))
  const found = v.safeParse(variables, set)
  const problems = [
    ...wrappedProblems(set),
    ...(found.issues ?? []).map(({ message }) => message),
    ...authenticationProblems(set),
    ...accessKeyProblems(env),
    ...outboundProblems(env),
  ]
  if (!found.success || problems.length > 0) throw new ConfigurationError(problems)

  const { output } = found
  const together = [...stopProblems(output), ...workerProblems(output)]
  if (together.length > 0) throw new ConfigurationError(together)
  const jwtSecrets = [output.PROXY_JWT_SECRET, output.PROXY_JWT_SECRET_PREVIOUS].filter(
    (secret) => secret !== undefined,
  )
  return {
    instanceId: output.CCC_INSTANCE_ID,
    regionId: output.CCC_REGION_ID,
    endpoint: output.CCC_ENDPOINT ?? endpointOfRegion(output.CCC_REGION_ID),
    jwt: jwtOf(output, jwtSecrets),
    jwtSecrets,
    secretsFile: output.PROXY_SECRETS_FILE ?? null,
    actions: output.PROXY_ACTIONS,
    allowedOrigins: output.PROXY_ALLOWED_ORIGINS,
    path: output.PROXY_PATH,
    actionParam: output.PROXY_ACTION_PARAM,
    timeout: output.PROXY_TIMEOUT_MS,
    limit: {
      perAgent: output.PROXY_AGENT_LIMIT,
      perAction: output.PROXY_ACTION_LIMITS,
      perInstance: output.PROXY_INSTANCE_LIMIT,
      window: output.PROXY_LIMIT_WINDOW_SECONDS,
    },
    proxies: outboundProxies(env) ?? undefined,
    redisUrl: output.REDIS_URL ?? null,
    host: output.HOST,
    port: output.PORT,
    adminPort: output.PROXY_ADMIN_PORT,
    workers: output.PROXY_WORKERS,
    unreadyAfter: output.PROXY_UNREADY_MS,
    drain: output.PROXY_DRAIN_MS,
    logLevel: output.LOG_LEVEL,
    warnings: [
      ...misspelt(env, output.PROXY_ACTIONS, Object.keys(output.PROXY_ACTION_LIMITS)),
      ...plainHttp(output),
      ...uncounted(output),
    ],
  }
}

/**
 * Finds quotes and comments. Some readers of such files remove them and others pass them on: a secret that
 * includes them would not be the one that tokens are signed with.
 */
function wrappedProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(set)
    .filter(([, value = '']) => /^(["']).*\1$|\s#/.test(value))
    .map(([name]) => `${name} is in quotes or has a comment behind it: write the value alone.`)
}

/** A service manager that ends the program too early cuts off calls that are under way. */
function stopProblems({
  PROXY_DRAIN_MS: drain,
  PROXY_TIMEOUT_MS: timeout,
  PROXY_STOP_MS: stop,
}: Variables): string[] {
  const longest = drain + longestEnd(timeout)
  if (longest <= stop) return []
  return [
    `PROXY_DRAIN_MS is ${drain} and PROXY_TIMEOUT_MS ${timeout}, so that ending may take ${longest / 1000} s, ` +
      `and PROXY_STOP_MS says that the service manager waits for ${stop / 1000} s: lower one of the first two, ` +
      'or have the service manager wait longer (TimeoutStopSec, terminationGracePeriodSeconds) and set PROXY_STOP_MS to that.',
  ]
}

function workerProblems({ PROXY_WORKERS: workers, PROXY_ADMIN_PORT: port }: Variables): string[] {
  if (workers === 1 || port !== undefined) return []
  return [
    `PROXY_WORKERS is ${workers}, and PROXY_ADMIN_PORT is not set: set one, as in 9090, so that probes are answered for all workers.`,
  ]
}

function uncounted({ PROXY_WORKERS: workers, REDIS_URL: redis }: Variables): string[] {
  if (workers === 1 || redis !== undefined) return []
  return [
    `PROXY_WORKERS is ${workers}, and REDIS_URL is not set: each worker counts limits and knows Idempotency-Keys for itself.`,
  ]
}

function plainHttp({ CCC_ENDPOINT: endpoint }: Variables): string[] {
  if (!endpoint?.startsWith('http:') || isLoopback(new URL(endpoint).hostname)) return []
  return [
    `CCC_ENDPOINT is ${endpoint}: customers' numbers go there in plain text. Set an https:// address.`,
  ]
}

/** Problems that show only in several variables together. */
function authenticationProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  const { PROXY_AUTH: mode = 'jwt', HOST: host = '127.0.0.1' } = set
  const keys = ['PROXY_JWT_SECRET', 'PROXY_JWT_JWKS_URL'].filter((name) => set[name])
  if (mode === 'jwt') {
    if (keys.length === 0) {
      return [
        'Nothing tells who calls: set PROXY_JWT_SECRET or PROXY_JWT_JWKS_URL, with PROXY_JWT_ISSUER ' +
          'and PROXY_JWT_AUDIENCE. On a machine of your own, PROXY_AUTH=none lets everybody there call.',
      ]
    }
    if (set.PROXY_JWT_SECRET_PREVIOUS && !set.PROXY_JWT_SECRET) {
      return [
        'PROXY_JWT_SECRET_PREVIOUS is set without PROXY_JWT_SECRET: set the new secret, or leave the old one out.',
      ]
    }
    const missing = ['PROXY_JWT_ISSUER', 'PROXY_JWT_AUDIENCE'].filter((name) => !set[name])
    return [
      ...(keys.length > 1 ? [`${keys.join(' and ')} are both set: leave one of them out.`] : []),
      ...missing.map(
        (name) => `${name} is not set: set what the tokens carry, so that others do not pass.`,
      ),
    ]
  }
  if (!mode.startsWith('none')) return []
  return [
    ...keys.map((name) => `PROXY_AUTH is ${mode}, and ${name} is set: leave one of them out.`),
    ...(mode === 'none' && !isLoopback(host)
      ? [
          `PROXY_AUTH is none, and HOST is ${JSON.stringify(host)}: everybody who reaches that address could act ` +
            'for every agent. Set HOST=127.0.0.1, or tokens (PROXY_JWT_…), or say PROXY_AUTH=none-forced.',
        ]
      : []),
  ]
}

function jwtOf(output: Variables, secrets: readonly string[]): JwtOptions | null {
  if (output.PROXY_AUTH !== 'jwt') return null
  const { PROXY_JWT_JWKS_URL: jwksUrl = '' } = output
  return {
    key: secrets.length === 0 ? { jwksUrl } : { secrets: () => secrets },
    issuer: output.PROXY_JWT_ISSUER ?? '',
    audience: output.PROXY_JWT_AUDIENCE ?? '',
    cookie: output.PROXY_JWT_COOKIE,
    groupsClaim: output.PROXY_JWT_GROUPS_CLAIM,
  }
}
