import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CccError } from '../ccc/index.ts'
import {
  type Agent,
  type Authenticate,
  createOwnGroups,
  guardOrigin,
  holdToRights,
  listGroupsWithin,
  readAgent,
} from './agent/index.ts'
import { type Call, permit, readCall } from './call/index.ts'
import {
  type Answer,
  cloudTimeout,
  createPost,
  createUpstream,
  type Errand,
  postWith,
} from './cloud/index.ts'
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
  const arrival = { timeout, tooLate: () => requestTooLate(timeout) }
  const asking = { timeout, tooLate: () => cloudTimeout(settings.endpoint, timeout) }
  const send = createUpstream({
    ...settings,
    post: settings.fetch ? postWith(settings.fetch) : createPost(),
  })
  const shareAnswer = createCoalescer<Answer>()
  // Several requests may wait for this answer, so it is not aborted when one browser leaves.
  const ownGroups = createOwnGroups(instanceId, (call, agent) =>
    bounded(null, asking, ({ signal }) => send(call, { agent, signal, tried: () => {} })),
  )

  /** The agent who calls; null if authentication is off. */
  async function admit(request: Request, trace: Trace, signal: AbortSignal): Promise<Agent | null> {
    const agent = authenticate === 'none' ? null : await identify(request, authenticate, signal)
    trace.event.agent = agent?.userId ?? ''
    if (limits !== 'none') {
      Object.assign(
        trace.headers,
        await ask(() => limits(trace.event.agent), signal, countingFailed),
      )
    }
    return agent
  }

  async function perform(call: Call, agent: Agent | null, errand: Errand): Promise<Answer> {
    if (!agent) return send(call, errand)
    const { signal } = errand
    const own = await untilAborted(holdToRights(call, agent, ownGroups), signal)
    if (own.action === 'ListSkillLevelsOfUser' && agent.skillGroupIds) {
      return listGroupsWithin(agent.skillGroupIds, own, (page) => send(page, errand))
    }
    if (own.action !== 'PickOutboundNumbers') return send(own, errand)
    const key = JSON.stringify([agent.userId, ...own.parameters])
    return shareAnswer(key, signal, (shared) => send(own, { ...errand, signal: shared }))
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
    const { code, requestId, status, body } = await bounded(
      c.req.raw.signal,
      arrival,
      async ({ signal, restart }) => {
        const agent = await admit(c.req.raw, trace, signal)
        const call = await untilAborted(receive(c), signal)
        trace.event.action = call.action
        // Whoever sends slowly takes no time from the cloud.
        restart(asking)
        const tried = (attempts: number) => {
          trace.event.attempts = attempts
        }
        return perform(call, agent, { agent: trace.event.agent, signal, tried })
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
  const agent = await ask(() => authenticate(request), signal, authenticationFailed)
  if (!agent) throw nobody()
  return readAgent(agent)
}

/**
 * Asks a function of the company's own, until the deadline. Whether it fails or hangs, that says nothing about
 * the cloud or the browser.
 */
async function ask<Result>(
  work: () => Result | Promise<Result>,
  signal: AbortSignal,
  failed: (cause: unknown) => CccError,
): Promise<Result> {
  try {
    return await untilAborted((async () => work())(), signal)
  } catch (cause) {
    throw cause instanceof CccError && cause !== signal.reason ? cause : failed(cause)
  }
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

function countingFailed(cause: unknown): CccError {
  const message = 'The proxy cannot count calls now: try again.'
  return new CccError({ code: 'LimitsUnavailable', message, httpStatus: 503, cause })
}

function unexpected(): CccError {
  const message = 'The proxy failed at this request.'
  return new CccError({ code: 'InternalError', message, httpStatus: 500 })
}
