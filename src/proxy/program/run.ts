import cluster from 'node:cluster'
import { ConfigurationError } from '../configurationError.ts'
import { createLogger, type LineStream } from './log.ts'
import { type Rotation, readRotation } from './rotation.ts'
import { serve } from './serve.ts'
import type { RunningProxy } from './server.ts'
import { type Trial, tryOut } from './tryOut.ts'
import { superviseWorkers } from './workers.ts'

/** Where the program writes. */
export interface Streams {
  /** Lines of JSON. */
  stdout: LineStream
  /** Problems that keep the proxy from starting. */
  stderr: LineStream
}

/** What the program does instead of serving. */
export interface RunOptions {
  /** Only checks the configuration. Default false. */
  check?: boolean
  /** Only makes one pick, to see whether the cloud answers. */
  trial?: Trial | undefined
}

/**
 * Runs the proxy as a program: reads `env`, prints where it listens or what keeps it from starting, and ends
 * on SIGTERM, which drains, or SIGINT, which does not wait for load balancers.
 *
 * @example
 * await runProxy(process.env, process, { check: true })
 *
 * @returns the running proxy; null after a check or a trial, and after problems, which also set the process's exit
 * code to 1
 */
export async function runProxy(
  env: Readonly<Record<string, string | undefined>> = process.env,
  { stdout, stderr }: Streams = process,
  { check = false, trial }: RunOptions = {},
): Promise<RunningProxy | null> {
  try {
    const rotation = await readRotation(env)
    if (check) {
      stdout.write(outcomeOfCheck(rotation))
      return null
    }
    if (trial) {
      const { worked, text } = await tryOut(trial, rotation)
      stdout.write(text)
      if (!worked) process.exitCode = 1
      return null
    }
    const { config } = rotation
    const running =
      config.workers > 1 && cluster.isPrimary
        ? await superviseWorkers(config, createLogger(config.logLevel, stdout))
        : await serve(rotation, stdout)
    return closeOnSignals(running, config.drain)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const list = error.problems.map((problem) => `  - ${problem}\n`).join('')
    stderr.write(`The proxy cannot start:\n${list}`)
    process.exitCode = 1
    return null
  }
}

function outcomeOfCheck({ config: { instanceId, endpoint, warnings } }: Rotation): string {
  return [
    `The configuration is valid: the proxy would speak for the instance ${instanceId} to ${endpoint}.`,
    ...warnings.map((warning) => `  - ${warning}`),
    '',
  ].join('\n')
}

function closeOnSignals({ close, ...proxy }: RunningProxy, drain: number): RunningProxy {
  let closing: Promise<void> | undefined
  const closeOnce = (options?: { drain?: number }) => {
    // From here on the default handling is back, so that a second Ctrl+C ends the wait. A worker hears even the first one
    // twice, from the terminal and from the primary, and ends with it.
    if (cluster.isPrimary) {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', terminate)
    }
    closing ??= close(options)
    return closing
  }
  const interrupt = () => void closeOnce()
  const terminate = () => void closeOnce({ drain })
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  return { ...proxy, close: closeOnce }
}
