import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CccError } from '../ccc/index.ts'
import { pickerActions } from './actions.ts'
import { readOrigin } from './address.ts'
import { readAnswer } from './answer.ts'
import { callCloud } from './cloud.ts'
import type { Credentials } from './credentials.ts'
import { guardOrigin } from './origins.ts'
import { jsonAnswer, refusalAnswer } from './refusal.ts'
import { readCall } from './workbench.ts'

export interface ProxyOptions {
  /** The instance that this proxy speaks for, as in `ccc-test`. Browsers cannot name another. */
  instanceId: string
  /** Gives the key to sign with; asked before every call. */
  credentials: Credentials
  /** Default `cn-shanghai`. */
  regionId?: string
  /** An origin. Default: the region's own, `https://ccc.<regionId>.aliyuncs.com`. */
  endpoint?: string
  /** Path that the Workbench SDK knows as `ajaxPath`. Default `/aliyun/ccc/api`. */
  path?: string
  /** Query parameter that the Workbench SDK knows as `ajaxApiParamName`. Default `action`. */
  actionParam?: string
  /** Actions that are let through. Default {@link pickerActions}. */
  actions?: readonly string[]
  /** Origins whose pages may call, besides the proxy's own. Default none. */
  allowedOrigins?: readonly string[]
  /** Milliseconds for a whole call to the cloud. Default 8000. */
  timeout?: number
  /** Bytes of a request's body, or of its query. Default 64 KiB. */
  bodyLimit?: number
  /** Bytes of the cloud's answer. Default 1 MiB. */
  answerLimit?: number
  /** Default: the global one, looked up at each call. */
  fetch?: typeof globalThis.fetch
}

/** What the options that were left out stand for. */
export const proxyDefaults = {
  regionId: 'cn-shanghai',
  path: '/aliyun/ccc/api',
  timeout: 8000,
} as const

/**
 * Makes a proxy that signs the calls of browsers: the Workbench SDK's protocol in front, CCC's API
 * behind. It runs wherever there are web-standard requests and Node's crypto.
 *
 * Every answer is JSON in CCC's envelope, `{ Code, Message, RequestId, HttpStatusCode, Data? }`, and is
 * never stored. The handler never rejects.
 *
 * @throws {TypeError} for options that cannot work
 *
 * @example
 * const handler = createProxyHandler({ instanceId: 'ccc-test', credentials: credentialChain() })
 * app.all('/aliyun/ccc/api', (c) => handler(c.req.raw))
 */
export function createProxyHandler(options: ProxyOptions): (request: Request) => Promise<Response> {
  const { regionId = proxyDefaults.regionId, path = proxyDefaults.path } = options
  const cloud = {
    endpoint: requireOrigin('endpoint', options.endpoint ?? endpointOfRegion(regionId)),
    credentials: options.credentials,
    timeout: options.timeout ?? proxyDefaults.timeout,
    answerLimit: options.answerLimit ?? 1024 * 1024,
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
  } satisfies Parameters<typeof callCloud>[1]
  const protocol = {
    instanceId: options.instanceId,
    actionParam: options.actionParam ?? 'action',
    actions: new Set(options.actions ?? pickerActions),
  }
  if (protocol.instanceId === '') throw new TypeError('instanceId is empty: name the instance.')
  const origins = (options.allowedOrigins ?? []).map((one) => requireOrigin('allowedOrigins', one))
  const maxSize = options.bodyLimit ?? 64 * 1024

  const app = new Hono<{ Bindings: { browser: AbortSignal } }>()

  app.use(guardOrigin(new Set(origins)))
  app.use(bodyLimit({ maxSize, onError: () => refusalAnswer(tooLarge(maxSize)) }))

  app.all(path, async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'POST') {
      const answer = refusalAnswer(methodNotAllowed(path))
      answer.headers.set('Allow', 'GET, POST')
      return answer
    }
    if (new URL(c.req.url).search.length > maxSize) throw tooLarge(maxSize)
    const call = await readCall(c.req.raw, protocol)
    const answer = readAnswer(await callCloud(call, cloud, c.env.browser), call.action)
    return jsonAnswer(answer.status, answer.body)
  })

  app.notFound(() => refusalAnswer(nothingHere(path)))
  app.onError((error) => refusalAnswer(error instanceof CccError ? error : unexpected(error)))

  const answer = async (request: Request): Promise<Response> => {
    try {
      // The signal of the request as it came: middleware may put another in its place.
      return await app.fetch(request, { browser: request.signal })
    } catch (thrown) {
      // Hono's error handler takes what is an Error; a broken stream may throw anything.
      return refusalAnswer(unexpected(thrown))
    }
  }
  return async (request) => neverStored(await answer(request))
}

function neverStored(answer: Response): Response {
  answer.headers.set('Cache-Control', 'no-store')
  answer.headers.set('X-Content-Type-Options', 'nosniff')
  return answer
}

/** Where a region's API answers. */
export function endpointOfRegion(regionId: string): string {
  return `https://ccc.${regionId}.aliyuncs.com`
}

function requireOrigin(option: string, text: string): string {
  const origin = readOrigin(text)
  if (origin !== null) return origin
  throw new TypeError(`${option}: ${JSON.stringify(text)} is no origin, as in https://example.com.`)
}

function tooLarge(limit: number): CccError {
  const message = `The request is longer than ${limit} bytes.`
  return new CccError({ code: 'RequestTooLarge', message, httpStatus: 413 })
}

function methodNotAllowed(path: string): CccError {
  const message = `${path} answers POST and GET alone.`
  return new CccError({ code: 'MethodNotAllowed', message, httpStatus: 405 })
}

function nothingHere(path: string): CccError {
  const message = `Nothing answers at this path: calls go to ${path}.`
  return new CccError({ code: 'EndpointNotFound', message, httpStatus: 404 })
}

function unexpected(cause: unknown): CccError {
  const message = 'The proxy failed at this request.'
  return new CccError({ code: 'InternalError', message, httpStatus: 500, cause })
}
