import cluster from 'node:cluster'
import { connectRedis, createJwtAuthentication, createLimits } from '../agent/index.ts'
import { createAnswerMemory } from '../answerMemory.ts'
import { createKeyFetch } from '../cloud/index.ts'
import type { Observe } from '../event.ts'
import { batched, createLogger, type LineStream, logEvents } from './log.ts'
import { createMetrics } from './metrics.ts'
import type { Rotation } from './rotation.ts'
import { type RunningProxy, startProxy } from './server.ts'
import { reportToPrimary } from './workers.ts'

/** Starts the proxy as it is configured, with logs, metrics and limits around it; in a worker without probes. */
export async function serve(rotation: Rotation, stdout: LineStream): Promise<RunningProxy> {
  const { config, credentials, watch } = rotation
  const { instanceId, endpoint, jwt, proxies } = config
  const lines = batched(stdout, cluster.isWorker ? 4096 : undefined)
  const logger = createLogger(config.logLevel, lines)
  const redis = config.redisUrl === null ? undefined : await connectRedis(config.redisUrl)
  const metrics = createMetrics({ sharesLimits: redis !== undefined })
  const log = logEvents(logger)
  const observe: Observe = (event) => {
    log(event)
    metrics.observe(event)
  }
  const fetch = createKeyFetch(proxies)
  const serving = startProxy({
    ...config,
    ...(cluster.isWorker && { adminPort: null }),
    credentials,
    authenticate: jwt ? createJwtAuthentication({ ...jwt, fetch, observe }) : 'none',
    limits: createLimits(instanceId, { ...config.limit, redis, observe }),
    history: { ...config.history, redis },
    answerMemory: createAnswerMemory(instanceId, { redis }),
    observe,
    metrics: metrics.registry,
  })
  serving.catch(() => redis?.disconnect())
  const proxy = await serving

  logger.info(
    `The proxy listens at ${proxy.url}${config.path} and speaks for the instance ${instanceId} to ${endpoint}`,
  )
  if (proxy.adminUrl !== proxy.url) logger.info(`Probes are answered at ${proxy.adminUrl}`)
  for (const warning of config.warnings) logger.warn(warning)
  if (!jwt) logger.warn('Nobody is asked who they are: PROXY_AUTH says so.')
  lines.flush()

  if (cluster.isWorker) reportToPrimary(proxy, metrics.registry)
  const stopWatching = watch(logger)
  return {
    ...proxy,
    async close(options) {
      await proxy.close(options)
      stopWatching()
      redis?.disconnect()
      lines.flush()
      // Otherwise the primary would keep its worker from ending.
      if (cluster.isWorker) process.disconnect()
    },
  }
}
