import { connectRedis, createJwtAuthentication, createLimits } from '../agent/index.ts'
import { createAnswerMemory } from '../answerMemory.ts'
import { checkCredentials, credentialChain } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import { readConfig } from './config.ts'
import { batched, createLogger, type LineStream, logEvents } from './log.ts'
import { createMetrics } from './metrics.ts'
import { type RunningProxy, startProxy } from './server.ts'

/** Where the program writes: lines of JSON to `stdout`, problems that keep it from starting to `stderr`. */
export interface Streams {
  stdout: LineStream
  stderr: LineStream
}

export interface RunOptions {
  /** Only checks the configuration. Default false. */
  check?: boolean
}

/**
 * Runs the proxy as a program: reads `env`, prints where it listens or what keeps it from starting, and ends
 * on SIGTERM, which drains, or SIGINT, which does not wait for load balancers.
 *
 * @returns the running proxy; null after a check, and after problems, which also set the process's exit code
 * to 1
 */
export async function runProxy(
  env: Readonly<Record<string, string | undefined>> = process.env,
  { stdout, stderr }: Streams = process,
  { check = false }: RunOptions = {},
): Promise<RunningProxy | null> {
  try {
    const config = readConfig(env)
    const credentials = credentialChain(env)
    await checkCredentials(credentials)
    const { instanceId, endpoint, jwt } = config
    if (check) {
      stdout.write(
        [
          `The configuration is valid: the proxy would speak for the instance ${instanceId} to ${endpoint}.`,
          ...config.warnings.map((warning) => `  - ${warning}`),
          '',
        ].join('\n'),
      )
      return null
    }

    const lines = batched(stdout)
    const logger = createLogger(config.logLevel, lines)
    const redis = config.redisUrl === null ? null : await connectRedis(config.redisUrl)
    const metrics = createMetrics({ sharesLimits: redis !== null })
    const log = logEvents(logger)
    const observe: typeof log = (event) => {
      log(event)
      metrics.observe(event)
    }
    const limits = createLimits(instanceId, {
      ...config.limit,
      observe,
      ...(redis && { redis }),
    })
    const serving = startProxy({
      ...config,
      credentials,
      authenticate: jwt ? createJwtAuthentication({ ...jwt, observe }) : 'none',
      limits,
      answerMemory: createAnswerMemory(instanceId, { ...(redis && { redis }) }),
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
    const close = async (options?: { drain?: number }) => {
      await proxy.close(options)
      redis?.disconnect()
      lines.flush()
    }
    return closeOnSignals({ ...proxy, close }, config.drain)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const list = error.problems.map((problem) => `  - ${problem}\n`).join('')
    stderr.write(`The proxy cannot start:\n${list}`)
    process.exitCode = 1
    return null
  }
}

function closeOnSignals({ close, ...proxy }: RunningProxy, drain: number): RunningProxy {
  const closeOnce = async (options?: { drain?: number }) => {
    // From here on the default handling is back, so that a second Ctrl+C ends the wait.
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', terminate)
    await close(options)
  }
  const interrupt = () => void closeOnce()
  const terminate = () => void closeOnce({ drain })
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  return { ...proxy, close: closeOnce }
}
