import { CccError } from '../ccc/index.ts'
import {
  type Agent,
  admitOrigin,
  authenticationFailed,
  createOwnGroups,
  holdToRights,
  identify,
  listGroupsWithin,
  preflightHeaders,
} from './agent/index.ts'
import { type Call, historyActions, isRead, namedAction, permit, readCall } from './call/index.ts'
import {
  type Answer,
  cloudTimeout,
  createPost,
  createUpstream,
  type Errand,
  postWith,
} from './cloud/index.ts'
import { createCoalescer } from './coalesce.ts'
import { bounded, type Deadline, nobodyWaits } from './deadline.ts'
import { withHistory } from './history/index.ts'
import type { Incoming } from './incoming.ts'
import { createOnce } from './once.ts'
import { type ProxyOptions, readOptions } from './options.ts'
import { jsonAnswer, type Outgoing, refusalAnswer, safeHeaders } from './outgoing.ts'
import { Refusal, tooLarge, unlessFailed } from './refusal.ts'
import { beginTrace, endTrace, type Trace } from './tracing.ts'

/** Answers one request; never rejects. */
export type Proxy = (incoming: Incoming) => Promise<Outgoing>

/**
 * The proxy without a server around it.
 *
 * @throws {TypeError} for options that cannot work
 */
export function createProxy(options: ProxyOptions): Proxy {
  const settings = readOptions(options)
  const { instanceId, path, limits, timeout, bodyLimit, observe } = settings
  const allowedOrigins = new Set(settings.allowedOrigins)
  const isOpen = settings.authenticate === 'none'
  const permitted = permit(settings.actions)
  const protocol = { ...settings, permitted }
  const cloudTooLate = () => cloudTimeout(settings.endpoint, timeout)
  const post = settings.fetch ? postWith(settings.fetch) : createPost(settings.proxies)
  const upstream = createUpstream({ ...settings, post })
  const servesHistory = historyActions.some((action) => permitted.names.has(action))
  const send = servesHistory ? withHistory(upstream, { ...settings, post }) : upstream
  const shareAnswer = createCoalescer<Answer>()
  // Several requests may wait for this answer, so it is not aborted when one browser leaves.
  const ownGroups = createOwnGroups(instanceId, (call, agent) =>
    bounded(timeout, nobodyWaits, ({ signal, next }) => {
      next(cloudTooLate)
      return send(call, { agent, signal, tried: () => {}, traceparent: null })
    }),
  )

  // A call that has begun goes on without the browser, so that it finds the answer when it comes back.
  const once = createOnce(settings.answerMemory, (call, errand) =>
    bounded(timeout, nobodyWaits, ({ signal, next }) => {
      next(cloudTooLate)
      return send(call, { ...errand, signal })
    }),
  )

  /** The agent who calls, within the limits; null if authentication is off. */
  async function admit(incoming: Incoming, trace: Trace, next: Deadline['next']) {
    next(authenticationFailed)
    const { authenticate } = settings
    const agent = authenticate === 'none' ? null : await identify(incoming, authenticate)
    trace.event.agent = agent?.userId ?? ''
    if (limits !== 'none') {
      next(countingFailed)
      const action = namedAction(incoming.url.searchParams, protocol)
      const count = () => limits(trace.event.agent, action)
      Object.assign(trace.headers, await unlessFailed(count, countingFailed))
    }
    return agent
  }

  async function perform(
    call: Call,
    agent: Agent | null,
    key: string | undefined,
    errand: Errand,
  ): Promise<Answer> {
    const { signal } = errand
    const own = agent ? await holdToRights(call, agent, ownGroups) : call
    // Whoever was told that it is too late must not be called for after all.
    signal.throwIfAborted()
    if (key !== undefined && !isRead(own.action)) return once(key, own, errand)
    if (!agent) return send(own, errand)
    if (own.action === 'ListSkillLevelsOfUser' && agent.skillGroupIds) {
      return listGroupsWithin(agent.skillGroupIds, own, (page) => send(page, errand))
    }
    if (own.action !== 'PickOutboundNumbers') return send(own, errand)
    const same = JSON.stringify([agent.userId, ...own.parameters])
    return shareAnswer(same, signal, (shared) => send(own, { ...errand, signal: shared }))
  }

  function respond(incoming: Incoming, trace: Trace): Promise<Answer> {
    return bounded(timeout, incoming.whenGone, async ({ signal, next }) => {
      const agent = await admit(incoming, trace, next)
      next(() => requestTooLate(timeout))
      const call = await readCall(incoming, protocol)
      signal.throwIfAborted()
      trace.event.action = call.action
      // Whoever sends slowly takes no time from the cloud.
      next(cloudTooLate, timeout)
      const tried = (attempts: number) => {
        trace.event.attempts = attempts
      }
      const key = incoming.header('idempotency-key')
      const { traceparent } = trace
      return perform(call, agent, key, { agent: trace.event.agent, signal, tried, traceparent })
    })
  }

  async function answer(incoming: Incoming, trace: Trace): Promise<Outgoing> {
    Object.assign(trace.headers, admitOrigin(incoming, allowedOrigins, isOpen))
    const preflight = preflightHeaders(incoming)
    if (preflight) {
      return { status: 204, headers: { ...trace.headers, ...preflight, ...safeHeaders }, body: '' }
    }
    const { method, url } = incoming
    if (url.pathname !== path) throw nothingHere(path)
    if (method !== 'GET' && method !== 'POST') throw methodNotAllowed(path)
    if (url.search.length > bodyLimit) throw tooLarge(bodyLimit)
    const { code, requestId, status, body } = await respond(incoming, trace)
    trace.event.code = code
    trace.event.upstreamRequestId = requestId
    return jsonAnswer(status, body, trace.headers)
  }

  return async (incoming) => {
    const start = performance.now()
    const trace = beginTrace(incoming)
    const { event } = trace
    const outgoing = await answer(incoming, trace).catch((thrown) => refuse(thrown, trace))
    event.status = outgoing.status
    event.milliseconds = performance.now() - start
    endTrace(trace)
    observe(event)
    return outgoing
  }
}

function refuse(thrown: unknown, { event, headers }: Trace): Outgoing {
  const refusal = thrown instanceof CccError ? thrown : unexpected()
  event.code = refusal.code
  event.upstreamRequestId = refusal.requestId
  if (refusal !== thrown) event.error = thrown
  if (refusal instanceof Refusal) event.reason = refusal.reason
  return refusalAnswer(refusal, headers, event.requestId)
}

function requestTooLate(timeout: number): CccError {
  const message = `The request did not arrive within ${timeout} ms.`
  return new CccError({ code: 'Timeout', message, httpStatus: 408 })
}

function methodNotAllowed(path: string): CccError {
  const message = `${path} answers POST and GET alone.`
  return new Refusal({ code: 'MethodNotAllowed', message, httpStatus: 405 }, { Allow: 'GET, POST' })
}

function nothingHere(path: string): CccError {
  const message = `Nothing answers at this path: calls go to ${path}.`
  return new CccError({ code: 'EndpointNotFound', message, httpStatus: 404 })
}

function countingFailed(cause?: unknown): CccError {
  const message = 'The proxy cannot count calls now: try again.'
  return new CccError({ code: 'LimitsUnavailable', message, httpStatus: 503, cause })
}

function unexpected(): CccError {
  const message = 'The proxy failed at this request.'
  return new CccError({ code: 'InternalError', message, httpStatus: 500 })
}
