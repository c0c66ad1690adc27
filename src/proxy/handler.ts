import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CccError } from '../ccc/index.ts'
import {
  type Agent,
  type Authenticate,
  createOwnGroups,
  guardOrigin,
  holdToRights,
  readAgent,
  withinRights,
} from './agent/index.ts'
import { type Call, permit, readCall } from './call/index.ts'
import { type Answer, cloudTimeout, createUpstream, post, postWith } from './cloud/index.ts'
import { createCoalescer } from './coalesce.ts'
import { bounded, untilAborted } from './deadline.ts'
import type { AnswerEvent } from './event.ts'
import { type ProxyOptions, readOptions } from './options.ts'
import { jsonAnswer, Refusal, refusalAnswer, safeHeaders } from './refusal.ts'

/** What is known about a request so far. */
interface Trace {
  event: AnswerEvent
  headers: Record<string, string>
}

type Env = { Bindings: { trace: Trace } }

/**
 * Makes a proxy that signs browsers' calls: it takes the Workbench SDK's protocol and calls CCC's API. It
 * needs web-standard requests, and Node's crypto and HTTP client.
 *
 * Every answer is JSON in CCC's envelope, `{ Code, Message, RequestId, HttpStatusCode, Data? }`, and is
 * marked `no-store`. A refusal without the cloud's `RequestId` has the proxy's own, as in the header
 * `X-Request-Id`. The handler never rejects.
 *
 * @throws {TypeError} for options that cannot work
 *
 * @example
 * const handler = createProxyHandler({
 *   instanceId: 'ccc-test',
 *   credentials: credentialChain(),
 *   authenticate: async (request) => ({ userId: await userOf(request) }),
 * })
 * app.all('/aliyun/ccc/api', (c) => handler(c.req.raw))
 */
export function createProxyHandler(options: ProxyOptions): (request: Request) => Promise<Response> {
  const settings = readOptions(options)
  const { instanceId, authenticate, path, limits, timeout, bodyLimit: maxSize, observe } = settings
  const protocol = { ...settings, permitted: permit(settings.actions) }
  const tooLate = () => cloudTimeout(settings.endpoint, timeout)
  const send = createUpstream({
    ...settings,
    post: settings.fetch ? postWith(settings.fetch) : post,
  })
  const shareAnswer = createCoalescer<Answer>()
  // Several requests may wait for this answer, so it is not aborted when one browser leaves.
  const ownGroups = createOwnGroups(instanceId, (call) =>
    bounded({ timeout, browser: new AbortController().signal, tooLate }, (signal) =>
      send(call, signal, () => {}),
    ),
  )

  /** The agent who calls; null if authentication is off. */
  async function admit(request: Request, trace: Trace, signal: AbortSignal): Promise<Agent | null> {
    const agent = authenticate === 'none' ? null : await identify(request, authenticate, signal)
    trace.event.agent = agent?.userId ?? ''
    if (limits !== 'none') Object.assign(trace.headers, await limits(trace.event.agent))
    return agent
  }

  async function perform(call: Call, agent: Agent | null, trace: Trace, signal: AbortSignal) {
    const sent = (attempts: number) => {
      trace.event.attempts = attempts
    }
    if (!agent) return send(call, signal, sent)
    const own = await untilAborted(holdToRights(call, agent, ownGroups), signal)
    if (own.action === 'ListSkillLevelsOfUser') {
      return withinRights(await send(own, signal, sent), agent)
    }
    if (own.action !== 'PickOutboundNumbers') return send(own, signal, sent)
    const key = JSON.stringify([agent.userId, ...own.parameters])
    return shareAnswer(key, signal, (shared) => send(own, shared, sent))
  }

  const app = new Hono<Env>()

  const limitBody = bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge(maxSize)
    },
  })

  /** The call, once all of it has arrived. */
  async function receive(c: Context<Env>): Promise<Call> {
    const length = c.req.header('content-length')
    if (Number(length) > maxSize) throw tooLarge(maxSize)
    // The server enforces a stated length; checking the body would turn it into a stream.
    const stated = length !== undefined && c.req.header('transfer-encoding') === undefined
    if (!stated) await limitBody(c, async () => {})
    return readCall(c.req.raw, protocol)
  }

  app.use(guardOrigin(new Set(settings.allowedOrigins)))

  app.all(path, async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'POST') throw methodNotAllowed(path)
    if (new URL(c.req.url).search.length > maxSize) throw tooLarge(maxSize)
    const { trace } = c.env
    // The action is known once all of the call has arrived.
    const late = () => (trace.event.action === '' ? requestTooLate(timeout) : tooLate())
    const { code, requestId, status, body } = await bounded(
      { timeout, browser: c.req.raw.signal, tooLate: late },
      async (signal) => {
        const agent = await admit(c.req.raw, trace, signal)
        const call = await untilAborted(receive(c), signal)
        trace.event.action = call.action
        return perform(call, agent, trace, signal)
      },
    )
    Object.assign(trace.event, { code, upstreamRequestId: requestId })
    return jsonAnswer(status, body, trace.headers)
  })

  app.notFound((c) => refuse(nothingHere(path), c.env.trace))
  app.onError((error, c) => refuse(error, c.env.trace))

  return async (request) => {
    const start = performance.now()
    const trace = traceOf()
    const answer = await answerTo(request, trace)
    // Answers to preflights are made by the CORS middleware, without these headers.
    if (answer.status === 204) {
      for (const header of Object.entries({ ...safeHeaders, ...trace.headers })) {
        answer.headers.set(...header)
      }
    }
    observe({ ...trace.event, status: answer.status, milliseconds: performance.now() - start })
    return answer
  }

  async function answerTo(request: Request, trace: Trace): Promise<Response> {
    try {
      return await app.fetch(request, { trace })
    } catch (thrown) {
      // Hono's error handler takes what is an Error; a broken stream may throw anything.
      return refuse(thrown, trace)
    }
  }
}

function traceOf(): Trace {
  const event: AnswerEvent = {
    type: 'answer',
    requestId: crypto.randomUUID(),
    agent: '',
    action: '',
    code: 'OK',
    status: 0,
    upstreamRequestId: '',
    attempts: 0,
    milliseconds: 0,
  }
  return { event, headers: { 'X-Request-Id': event.requestId } }
}

function refuse(thrown: unknown, { event, headers }: Trace): Response {
  const refusal = thrown instanceof CccError ? thrown : unexpected()
  event.code = refusal.code
  event.upstreamRequestId = refusal.requestId
  if (refusal !== thrown) event.error = thrown
  if (refusal instanceof Refusal) event.reason = refusal.reason
  return refusalAnswer(refusal, headers, event.requestId)
}

async function identify(
  request: Request,
  authenticate: Authenticate,
  signal: AbortSignal,
): Promise<Agent> {
  let agent: Agent | null
  try {
    agent = await untilAborted(Promise.resolve(authenticate(request)), signal)
  } catch (cause) {
    // A timeout here says nothing about the cloud.
    const own = cause instanceof CccError && cause !== signal.reason
    throw own ? cause : authenticationFailed(cause)
  }
  if (!agent) throw nobody()
  return readAgent(agent)
}

function tooLarge(limit: number): CccError {
  const message = `The request is longer than ${limit} bytes.`
  return new CccError({ code: 'RequestTooLarge', message, httpStatus: 413 })
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

function nobody(): Refusal {
  const message = 'Nobody is signed in: sign in and try again.'
  return new Refusal(
    { code: 'Unauthenticated', message, httpStatus: 401 },
    { 'WWW-Authenticate': 'Bearer' },
  )
}

function authenticationFailed(cause: unknown): CccError {
  const message = 'The proxy cannot find out who calls: try again.'
  return new CccError({
    code: 'AuthenticationUnavailable',
    message,
    httpStatus: 503,
    cause,
  })
}

function unexpected(): CccError {
  const message = 'The proxy failed at this request.'
  return new CccError({ code: 'InternalError', message, httpStatus: 500 })
}
