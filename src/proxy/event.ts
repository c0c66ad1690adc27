import type { BreakerState } from './cloud/index.ts'

/** A request was answered. */
export interface AnswerEvent {
  type: 'answer'
  /** Names this request in the header `X-Request-Id` and in logs. */
  requestId: string
  /** The agent's user id, `''` where nobody is known. */
  agent: string
  /** An action that is let through, `''` for everything else. */
  action: string
  /** `OK`, or the code of the refusal. */
  code: string
  /** HTTP. */
  status: number
  /** The cloud's request id, `''` where it gave none. */
  upstreamRequestId: string
  /** How often the cloud was asked for it, 0 where an answer was shared or none was needed. */
  attempts: number
  milliseconds: number
  /** Why it was refused, where the code alone does not say it; fit to be printed. */
  reason?: string | undefined
  /** What failed that nobody foresaw. It may hold anything: never print its message. */
  error?: unknown
}

/** The cloud was asked once. */
export interface AttemptEvent {
  type: 'attempt'
  action: string
  /** The cloud's code, or the proxy's for what was no answer. */
  code: string
  milliseconds: number
}

/** A limit was looked at. */
export interface LimitEvent {
  type: 'limit'
  scope: 'agent' | 'instance'
  allowed: boolean
}

/** The shared store of limits could not be asked, and the process's own was. */
export interface UnsharedLimitEvent {
  type: 'unsharedLimit'
}

/** The breaker went over into another state. */
export interface BreakerEvent {
  type: 'breaker'
  state: BreakerState
}

export type ProxyEvent = AnswerEvent | AttemptEvent | LimitEvent | UnsharedLimitEvent | BreakerEvent

/** Told of everything that logs and metrics are made of. It must not throw. */
export type Observe = (event: ProxyEvent) => void
