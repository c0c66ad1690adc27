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
  /** From the arrival of the request to its answer. */
  milliseconds: number
  /** Why it was refused, if the code alone does not say it; safe to print. */
  reason?: string | undefined
  /** An unexpected error. It may contain anything: never print its message. */
  error?: unknown
}

/** The cloud was asked once. */
export interface AttemptEvent {
  type: 'attempt'
  /** The action that it was asked. */
  action: string
  /** The cloud's code, or the proxy's if there was no usable answer. */
  code: string
  /** Until its answer was there, or it was given up. */
  milliseconds: number
}

/**
 * What a limit counts: the calls of an agent, those of an action by an agent, those of the instance, or those that history
 * makes to the cloud.
 */
export type LimitScope = 'agent' | 'action' | 'instance' | 'history'

/** A limit was checked. */
export interface LimitEvent {
  type: 'limit'
  /** Which limit. */
  scope: LimitScope
  /** Whether the call was within it. */
  allowed: boolean
}

/** The shared store of limits did not answer, so the process counted by itself. */
export interface UnsharedLimitEvent {
  type: 'unsharedLimit'
}

/** Redis began or ceased to count for all replicas. */
export interface SharingEvent {
  type: 'sharing'
  /** Whether it counts for all replicas now. */
  shared: boolean
}

/** Old keys began to serve because the key server is down, or ceased to. */
export interface KeysEvent {
  type: 'keys'
  /** Whether old keys serve now. */
  stale: boolean
}

/** The breaker changed its state. */
export interface BreakerEvent {
  type: 'breaker'
  /** What it is now. */
  state: BreakerState
}

/** What happens in a proxy, told apart by `type`. */
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
