import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Observe } from '../event.ts'
import { safeCode } from './log.ts'

export interface Metrics {
  /** What `/metrics` prints. */
  registry: Registry
  observe: Observe
}

/** Seconds; the cloud answers in tenths of a second, and a call may take several seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const MOST_CODES = 100

/**
 * Counts what happens. Labels are actions that are let through, codes, and the proxy's own words: never a
 * number or a user, and never more than a few hundred.
 *
 * @param sharesLimits whether there is a Redis
 */
export function createMetrics({ sharesLimits = false } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const answers = new Histogram({
    name: 'picker_proxy_answer_seconds',
    help: 'Answers to browsers, by action and code; the action is empty where none was let through.',
    labelNames: ['action', 'code'],
    buckets: BUCKETS,
    registers,
  })
  const attempts = new Histogram({
    name: 'picker_proxy_upstream_seconds',
    help: 'Tries at the cloud, by action and code.',
    labelNames: ['action', 'code'],
    buckets: BUCKETS,
    registers,
  })
  const limited = new Counter({
    name: 'picker_proxy_limit_total',
    help: 'Calls counted by a limit (agent, action, instance, history), by result (allowed, refused).',
    labelNames: ['scope', 'result'],
    registers,
  })
  const unshared = new Counter({
    name: 'picker_proxy_limit_unshared_total',
    help: 'Calls that this process counted alone because Redis did not answer.',
    registers,
  })
  const breaker = new Gauge({
    name: 'picker_proxy_breaker',
    help: 'The state of the breaker: 0 closed, 1 half-open, 2 open.',
    aggregator: 'max',
    registers,
  })
  const keysStale = new Gauge({
    name: 'picker_proxy_keys_stale',
    help: 'Whether tokens are checked with old keys because the key server is down: 1 or 0.',
    aggregator: 'max',
    registers,
  })
  const redisUp =
    sharesLimits &&
    new Gauge({
      name: 'picker_proxy_redis_up',
      help: 'Whether the Redis of the limits counts for all replicas: 1 or 0.',
      aggregator: 'min',
      registers,
    })

  const codes = new Set<string>()
  function labelOf(code: string): string {
    const safe = safeCode(code)
    if (codes.size < MOST_CODES) codes.add(safe)
    return codes.has(safe) ? safe : 'Other'
  }

  const observe: Observe = (event) => {
    switch (event.type) {
      case 'answer':
        answers.labels(event.action, labelOf(event.code)).observe(event.milliseconds / 1000)
        break
      case 'attempt':
        attempts.labels(event.action, labelOf(event.code)).observe(event.milliseconds / 1000)
        break
      case 'limit':
        limited.labels(event.scope, event.allowed ? 'allowed' : 'refused').inc()
        break
      case 'unsharedLimit':
        unshared.inc()
        break
      case 'sharing':
        if (redisUp) redisUp.set(event.shared ? 1 : 0)
        break
      case 'keys':
        keysStale.set(event.stale ? 1 : 0)
        break
      case 'breaker':
        breaker.set({ closed: 0, 'half-open': 1, open: 2 }[event.state])
        break
    }
  }
  return { registry, observe }
}
