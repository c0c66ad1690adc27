import cluster from 'node:cluster'
import { type Logger, pino, stdTimeFunctions } from 'pino'
import { kindOf } from '../../ccc/index.ts'
import type { AnswerEvent, Observe } from '../event.ts'
import { maskNumbers, maskRequestId } from '../masking.ts'

/** Where lines go: `write` as of `process.stdout`. */
export interface LineStream {
  write(text: string): unknown
}

/**
 * Writes all lines of one turn of the event loop together: under load there are many, and one write to a
 * pipe costs as much as several lines.
 *
 * @param most bytes of one write. Processes that share a pipe may write 4096 at once without mixing their lines.
 */
export function batched(
  stream: LineStream,
  most = Number.POSITIVE_INFINITY,
): LineStream & { flush(): void } {
  let waiting = ''
  let size = 0
  const flush = () => {
    if (waiting !== '') stream.write(waiting)
    waiting = ''
    size = 0
  }
  return {
    flush,
    write(line) {
      const length = Buffer.byteLength(line)
      if (size + length > most) flush()
      if (waiting === '') setImmediate(flush)
      waiting += line
      size += length
    },
  }
}

/** Writes lines of JSON with the time as ISO 8601, from `level` upward; those of workers with their process. */
export function createLogger(level: string, stream: LineStream): Logger {
  const base = cluster.isWorker ? { pid: process.pid } : null
  return pino({ level, base, timestamp: stdTimeFunctions.isoTime }, stream)
}

/**
 * Writes a line for each answer, and more where the cloud fails. Of what was sent or
 * answered, only names that are known beforehand are printed: what is not written needs no masking.
 */
export function logEvents(logger: Logger): Observe {
  return (event) => {
    switch (event.type) {
      case 'answer':
        logger[levelOf(event)](lineOf(event), 'answered')
        break
      case 'attempt':
        logger.debug(
          { action: event.action, code: safeCode(event.code), ms: round(event.milliseconds) },
          'asked the cloud',
        )
        break
      case 'breaker':
        logger[event.state === 'closed' ? 'info' : 'warn'](
          { breaker: event.state },
          `the breaker is ${event.state}`,
        )
        break
      case 'sharing':
        if (event.shared) logger.info('Limits are shared through Redis.')
        else logger.warn('Redis does not count: this process counts limits alone.')
        break
      case 'keys':
        if (event.stale)
          logger.warn('The key server is down: tokens are checked with its last keys.')
        else logger.info('The key server is back.')
        break
      default:
    }
  }
}

function levelOf({ code, status }: AnswerEvent): 'info' | 'warn' | 'error' {
  // If the cloud does not accept the proxy's key or instance, it answers 4xx, but no browser can fix that.
  const kind = kindOf(code, status)
  if (status >= 500 || kind === 'credentials' || kind === 'instance') return 'error'
  return status >= 400 ? 'warn' : 'info'
}

function lineOf(event: AnswerEvent) {
  const { requestId, traceId, agent, action, code, status, upstreamRequestId, attempts } = event
  return {
    requestId,
    ...(traceId !== '' && { traceId }),
    agent,
    action,
    code: safeCode(code),
    status,
    upstreamRequestId: maskRequestId(upstreamRequestId),
    attempts,
    ms: round(event.milliseconds),
    ...(event.reason !== undefined && { reason: event.reason }),
    ...('error' in event && { error: traceOf(event.error) }),
  }
}

/** The cloud's codes are words separated by dots; any other text could be anything. */
export function safeCode(code: string): string {
  return /^[A-Za-z]+(?:\.[A-Za-z]+)*$/.test(code) && code.length <= 80 ? code : 'Unreadable'
}

/** Where an error comes from, without its message, which may quote what was sent. */
function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, 10)
  return { type: safeCode(error.name), at: frames.map((frame) => maskNumbers(frame.trim())) }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
