import type { BreakerState } from './cloud/index.ts'

/** A request was answered. */
export interface AnswerEvent {
  type: 'answer'
  /** Identifies this request in the header `X-Request-Id` and in logs: what it came with, or a new one. */
  requestId: string
  /** The trace that the request belongs to, `''` if to none. */
  traceId: string
  /** The agent's user id, `''` if the agent is not known. */
  agent: string
  /** The action if it is let through, otherwise `''`. */
  action: string
  /** `OK`, or the code of the refusal. */
  code: string
  /** The HTTP status. */
  status: number
  /** The cloud's request id, `''` if it gave none. */
  upstreamRequestId: string
  /** How many times the cloud was asked, 0 if an answer was shared or not needed. */
  attempts: number
  milliseconds: number
  /** Why it was refused, if the code alone does not say it; safe to print. */
  reason?: string | undefined
  /** An unexpected error. It may contain anything: never print its message. */
  error?: unknown
}

/** The cloud was asked once. */
export interface AttemptEvent {
  type: 'attempt'
  action: string
  /** The cloud's code, or the proxy's if there was no usable answer. */
  code: string
  milliseconds: number
}

/** `history` counts its calls to the cloud. */
export type LimitScope = 'agent' | 'action' | 'instance' | 'history'

/** A limit was checked. */
export interface LimitEvent {
  type: 'limit'
  scope: LimitScope
  allowed: boolean
}

/** The shared store of limits did not answer, so the process counted by itself. */
export interface UnsharedLimitEvent {
  type: 'unsharedLimit'
}

/** Redis began or ceased to count for all replicas. */
export interface SharingEvent {
  type: 'sharing'
  shared: boolean
}

/** Old keys began to serve because the key server is down, or ceased to. */
export interface KeysEvent {
  type: 'keys'
  stale: boolean
}

/** The breaker changed its state. */
export interface BreakerEvent {
  type: 'breaker'
  state: BreakerState
}

export type ProxyEvent =
  | AnswerEvent
  | AttemptEvent
  | LimitEvent
  | UnsharedLimitEvent
  | SharingEvent
  | KeysEvent
  | BreakerEvent

/** Receives everything that logs and metrics are made from. It must not throw. */
export type Observe = (event: ProxyEvent) => void
