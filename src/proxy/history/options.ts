import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { SECRET_LENGTH } from '../agent/index.ts'

/** How the proxy answers questions about earlier calls. */
export interface HistoryOptions {
  /**
   * Secret of at least 32 characters that a pick's offer is signed with; it may be that of the agents' tokens.
   * Replicas need the same one. While it is changed, a function that returns all that are valid, the newest first, and
   * the same array until they change again. Default: a random one, for this handler alone.
   */
  secret?: string | (() => readonly string[]) | undefined
  /** Calls to the cloud that history may make in a second, for all agents together; 0 for no limit. Default 20. */
  callsPerSecond?: number | undefined
  /** IANA name of the time zone in which today begins. Default `Asia/Shanghai`. */
  timeZone?: string | undefined
  /** Where replicas share the count of calls, as `await connectRedis(url)` returns it. Default: each counts alone. */
  redis?: Redis | undefined
}

export const historyDefaults = { callsPerSecond: 20, timeZone: 'Asia/Shanghai' } as const

/** @throws {TypeError} for options that cannot work */
export function readHistoryOptions(options: HistoryOptions) {
  const { secret = randomBytes(32).toString('base64'), redis } = options
  const { callsPerSecond = historyDefaults.callsPerSecond } = options
  const { timeZone = historyDefaults.timeZone } = options
  const fault = (message: string) => new TypeError(`createProxyHandler: history.${message}`)
  if (typeof secret === 'string' && secret.length < SECRET_LENGTH) {
    throw fault(`secret is too short. Use ${SECRET_LENGTH} characters at least.`)
  }
  if (!(Number.isInteger(callsPerSecond) && callsPerSecond >= 0)) {
    throw fault(`callsPerSecond is ${callsPerSecond}. Pass a whole number, 0 for no limit.`)
  }
  if (!isTimeZone(timeZone)) {
    throw fault(`timeZone is ${JSON.stringify(timeZone)}. Pass a name such as Asia/Shanghai.`)
  }
  const fixed = typeof secret === 'string' ? [secret] : []
  const secrets = typeof secret === 'string' ? () => fixed : secret
  return { secrets, timeZone, callsPerSecond, redis }
}

export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
