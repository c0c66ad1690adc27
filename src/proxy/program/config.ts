import * as v from 'valibot'
import type { JwtOptions, LimitsOptions } from '../agent/index.ts'
import type { ActionChoice } from '../call/index.ts'
import { accessKeyProblems, type OutboundProxies } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import type { HistoryOptions } from '../history/index.ts'
import { endpointOfRegion } from '../options.ts'
import {
  authenticationProblems,
  combinedProblems,
  combinedWarnings,
  wrappedProblems,
} from './combinations.ts'
import { misspelt } from './misspelt.ts'
import { outboundProblems, outboundProxies } from './outbound.ts'
import { variables } from './variables.ts'

/** What the program takes from its environment, in the order of docs/proxy.md. */
export interface Config {
  /** The instance that the proxy serves. */
  instanceId: string
  /** The instance's region. */
  regionId: string
  /** Origin of the cloud's API. */
  endpoint: string
  /** How agents are identified; null if `PROXY_AUTH` turns that off. */
  jwt: JwtOptions | null
  /** All the secrets that tokens may be signed with now; none if they are checked with public keys. */
  jwtSecrets: readonly string[]
  /** Where secrets are read again; null if they cannot change. */
  secretsFile: string | null
  /** What may be called. */
  actions: ActionChoice
  /** Origins whose pages may call, besides the proxy's own. */
  allowedOrigins: readonly string[]
  /** Path of the API. */
  path: string
  /** Query parameter that names the action. */
  actionParam: string
  /** Milliseconds for a whole call. */
  timeout: number
  /** How many calls are allowed. */
  limit: Required<Pick<LimitsOptions, 'perAgent' | 'perAction' | 'perInstance' | 'window'>>
  /** All the secrets that offers may be signed with now; none if each process makes its own. */
  offerSecrets: readonly string[]
  /** How history is answered. */
  history: HistoryOptions
  /** HTTP proxies on the way out; undefined without any. */
  proxies: OutboundProxies | undefined
  /** Where replicas share their counts; null if they count for themselves. */
  redisUrl: string | null
  /** The address to listen on. */
  host: string
  /** The port to listen on; 0 for any free one. */
  port: number
  /** Where probes are answered; undefined for the port of the calls. */
  adminPort: number | undefined
  /** How many processes share the port. */
  workers: number
  /** Milliseconds without reaching the cloud after which the proxy is not ready; 0 for never. */
  unreadyAfter: number
  /** Milliseconds between SIGTERM and the end of listening. */
  drain: number
  /** From which level on lines are written, as pino names them. */
  logLevel: string
  /** One sentence each: settings that do not prevent starting, but are probably a mistake. */
  warnings: readonly string[]
}

type Variables = v.InferOutput<typeof variables>

/**
 * Reads the configuration from environment variables; an empty one is treated as not set.
 *
 * @example
 * const { instanceId, port, warnings } = readConfig(process.env)
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
  const together = combinedProblems(output)
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
    offerSecrets: output.PROXY_OFFER_SECRET ? [output.PROXY_OFFER_SECRET] : jwtSecrets,
    history: {
      callsPerSecond: output.PROXY_HISTORY_LIMIT,
      timeZone: output.PROXY_HISTORY_TIME_ZONE,
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
      ...combinedWarnings(output),
    ],
  }
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
