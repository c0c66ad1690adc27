import type * as v from 'valibot'
import { isLoopback } from '../address.ts'
import { historyActions, permit } from '../call/index.ts'
import { longestEnd } from './server.ts'
import type { variables } from './variables.ts'

/*
 * Problems and warnings that show only in several variables together, or in how they are written.
 */

type Variables = v.InferOutput<typeof variables>

/**
 * Finds quotes and comments. Some readers of such files remove them and others pass them on: a secret that
 * includes them would not be the one that tokens are signed with.
 */
export function wrappedProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(set)
    .filter(([, value = '']) => /^(["']).*\1$|\s#/.test(value))
    .map(([name]) => `${name} is in quotes or has a comment behind it: write the value alone.`)
}

/** What keeps the proxy from starting though each variable is right by itself. */
export function combinedProblems(output: Variables): string[] {
  return [...stopProblems(output), ...workerProblems(output)]
}

/** What is probably a mistake though each variable is right by itself. */
export function combinedWarnings(output: Variables): string[] {
  return [...plainHttp(output), ...uncounted(output), ...unsharedOffers(output)]
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

/** Behind a balancer, a pick and the questions about it go to different processes. */
function unsharedOffers(output: Variables): string[] {
  const { names } = permit(output.PROXY_ACTIONS)
  const shared = output.PROXY_OFFER_SECRET ?? output.PROXY_JWT_SECRET
  if (shared !== undefined || !historyActions.some((action) => names.has(action))) return []
  return [
    'PROXY_OFFER_SECRET is not set: history is told only by the process that made the pick. With several replicas or workers, ' +
      'set the same 32 characters at least for all, as from: openssl rand -base64 32.',
  ]
}

/** What keeps the proxy from knowing who calls, or lets everybody in. */
export function authenticationProblems(
  set: Readonly<Record<string, string | undefined>>,
): string[] {
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
