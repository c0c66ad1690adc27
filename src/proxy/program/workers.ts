import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Logger } from 'pino'
import { AggregatorRegistry, type Registry } from 'prom-client'
import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import type { Config } from './config.ts'
import { listen } from './listen.ts'
import { adminListener, createProbes, draining } from './probes.ts'
import { refuseConnection } from './refuseConnection.ts'
import type { RunningProxy } from './server.ts'

/** What the primary asks a worker, and what it is told. */
const question = v.object({ ask: v.literal('readiness'), id: v.number() })
const answer = v.object({
  id: v.number(),
  reason: v.nullable(v.object({ code: v.string(), message: v.string() })),
})
const listening = v.object({ url: v.string() })

/** Milliseconds after which a worker that does not answer is not ready. */
const PATIENCE = 1000
/** Milliseconds before a worker is replaced: one that cannot start ends at once, over and over. */
const PAUSE = 1000

/**
 * Runs the proxy in several processes that share its port, and answers probes for all of them. A worker that ends
 * is replaced.
 *
 * @throws {ConfigurationError} if the workers cannot start; they have said why
 */
export async function superviseWorkers(
  { workers, adminPort = 0, host }: Pick<Config, 'workers' | 'adminPort' | 'host'>,
  logger: Logger,
): Promise<RunningProxy> {
  let ending = false
  const registry = new AggregatorRegistry()
  const whyNotReady = async () => (ending ? draining() : firstReason())
  const probes = createProbes({
    whyNotReady,
    registry: {
      contentType: registry.contentType,
      metrics: () => registry.clusterMetrics(),
    },
  })
  const admin = createServer({ requireHostHeader: false }, adminListener(probes))
  admin.on('clientError', refuseConnection)
  const adminUrl = await listen(admin, adminPort, host, 'PROXY_ADMIN_PORT')

  const urls = await Promise.all(Array.from({ length: workers }, start)).catch((error) => {
    admin.close()
    for (const worker of alive()) worker.kill()
    throw error
  })
  logger.info(`Probes are answered at ${adminUrl} for ${workers} workers`)
  cluster.on('exit', (worker, code, signal) => {
    if (ending) return
    const how = `Worker ${worker.process.pid} ended (${signal ?? code})`
    logger.error(`${how} and is replaced in ${PAUSE / 1000} s.`)
    setTimeout(() => {
      // Of one that cannot start, its end is told as that of any other.
      if (!ending) start().catch(() => {})
    }, PAUSE)
  })
  const passOn = () => {
    for (const worker of alive()) worker.process.kill('SIGHUP')
  }
  process.on('SIGHUP', passOn)

  return {
    url: urls[0] ?? '',
    adminUrl,
    whyNotReady,
    async close({ drain } = {}) {
      ending = true
      const ended = alive().map((worker) => once(worker, 'exit'))
      for (const worker of alive()) worker.process.kill(drain === undefined ? 'SIGINT' : 'SIGTERM')
      await Promise.all(ended)
      process.off('SIGHUP', passOn)
      admin.close()
      admin.closeAllConnections()
    },
  }
}

function alive(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
}

/** Starts a worker, and resolves with where it listens. */
function start(): Promise<string> {
  const worker = cluster.fork()
  return new Promise((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      if (v.is(listening, message)) resolve(message.url)
    })
    worker.once('exit', () =>
      reject(new ConfigurationError(['A worker ended before it listened.'])),
    )
  })
}

/** The first reason that a worker has; a machine without a way out has none for all. */
async function firstReason(): Promise<CccError | null> {
  const reasons = await Promise.all(alive().map(askReadiness))
  return reasons.find((reason) => reason !== null) ?? null
}

let lastId = 0

async function askReadiness(worker: Worker): Promise<CccError | null> {
  const id = ++lastId
  return new Promise((resolve) => {
    const settle = (reason: CccError | null) => {
      clearTimeout(timer)
      worker.off('message', hear)
      resolve(reason)
    }
    const hear = (message: unknown) => {
      if (!v.is(answer, message) || message.id !== id) return
      settle(message.reason && new CccError({ ...message.reason, httpStatus: 503 }))
    }
    const timer = setTimeout(() => settle(stuck()), PATIENCE)
    worker.on('message', hear)
    worker.send({ ask: 'readiness', id })
  })
}

function stuck(): CccError {
  const message = 'A worker of this replica does not answer: send calls to another.'
  return new CccError({ code: 'ServiceUnavailable.Stuck', message, httpStatus: 503 })
}

/** In a worker: tells the primary where it listens, answers its questions, and gives it its metrics. */
export function reportToPrimary({ url, whyNotReady }: RunningProxy, metrics: Registry): void {
  // From now on this process answers the primary's questions for metrics.
  new AggregatorRegistry()
  AggregatorRegistry.setRegistries(metrics)
  process.send?.({ url })
  process.on('message', async (message: unknown) => {
    if (!v.is(question, message)) return
    const reason = await whyNotReady()
    const told = reason && { code: reason.code, message: reason.message }
    process.send?.({ id: message.id, reason: told })
  })
}
