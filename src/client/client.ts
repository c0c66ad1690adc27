import {
  type CccAction,
  type CccActionParameters,
  CccError,
  type HttpAnswer,
  openEnvelope,
} from '../ccc/index.ts'
import { misuse } from './misuse.ts'
import { isTimeout, reasonOf, within } from './within.ts'

/** What a transport has to send: the fields of an axios request, and the action and parameters behind them. */
export interface ProxyRequest {
  url: string
  method: 'POST'
  headers: Record<string, string>
  /** The form body. */
  data: string
  withCredentials: boolean
  signal: AbortSignal
  /** Such as `PickOutboundNumbers`; `url` already contains it. */
  action: string
  /** `data` already contains them. */
  parameters: CccActionParameters
}

/** The answer of most transports, such as an axios response. `data` may be text or parsed JSON. */
export interface ProxyResponse {
  status: number
  data: unknown
}

export interface ProxyClientOptions {
  /** The proxy's address: absolute, or a path on the page's own origin such as `/aliyun/ccc/api`. */
  endpoint: string
  /** Name of the query parameter that carries the action. Default `action`. */
  actionParam?: string | undefined
  /** Region of the instance. Default `cn-shanghai`. */
  regionId?: string | undefined
  /** Headers for every request, such as a token. A function is called before each request. */
  headers?:
    | Record<string, string>
    | (() => Record<string, string> | Promise<Record<string, string>>)
    | undefined
  /** Whether cookies are sent: `include` sends them to other origins too. Default `same-origin`. */
  credentials?: RequestCredentials | undefined
  /** Milliseconds for one call, including the time to get its headers. Default 10 000. */
  timeout?: number | undefined
  /**
   * Replaces `fetch`; returns a response or only its body. An axios instance can be passed.
   */
  request?: ((request: ProxyRequest) => Promise<unknown>) | undefined
}

export interface ProxyClient {
  /**
   * Calls an action and reads its answer.
   *
   * @throws {CccError} for everything that goes wrong between here and the cloud; if `signal` is aborted, its
   * reason instead. What `action` itself throws is passed on as it is.
   */
  call: <Request, Result>(
    action: CccAction<Request, Result>,
    request: Request,
    options?: { signal?: AbortSignal },
  ) => Promise<Result>
}

/**
 * A client for a proxy that speaks the Workbench SDK's protocol.
 *
 * @example
 * const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
 * const { candidates } = await client.call(pickOutboundNumbers, {
 *   callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 5,
 * })
 *
 * @throws {TypeError} if `endpoint` is no text or empty, or `timeout` is not a whole number above 0
 */
export function createProxyClient(options: ProxyClientOptions): ProxyClient {
  // TypeScript would not let these pass, but a page's script may.
  const given: unknown = options?.endpoint
  if (typeof given !== 'string' || given === '') {
    throw misuse(
      'createProxyClient',
      'endpoint',
      given,
      'Pass the address of your proxy as text, such as "/aliyun/ccc/api".',
    )
  }
  const {
    endpoint,
    actionParam = 'action',
    regionId = 'cn-shanghai',
    headers = {},
    credentials = 'same-origin',
    timeout = 10_000,
    request = sendWithFetch(credentials),
  } = options
  if (!(Number.isInteger(timeout) && timeout > 0)) {
    throw misuse(
      'createProxyClient',
      'timeout',
      timeout,
      'Pass whole milliseconds above 0, such as 10000.',
    )
  }

  function addressOf(action: string): string {
    const query = new URLSearchParams({
      [actionParam]: action,
      product: 'CloudCallCenter',
      version: '2020-07-01',
      region: regionId,
    })
    return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`
  }

  async function send(
    action: string,
    parameters: CccActionParameters,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const extra = await extraHeaders(headers)
    if (signal.aborted) throw reasonOf(signal)
    const message: ProxyRequest = {
      url: addressOf(action),
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...extra,
      },
      data: `request=${encodeURIComponent(JSON.stringify(parameters))}`,
      withCredentials: credentials === 'include',
      signal,
      action,
      parameters,
    }
    try {
      const answer = await request(message)
      return isResponse(answer) ? answer : { status: 200, data: answer }
    } catch (error) {
      // From a status of 400 on, axios rejects with an error that has the response, and many interceptors with
      // the response itself.
      const answer = isObject(error) && 'response' in error ? error.response : error
      if (isResponse(answer)) return answer
      // A transport may know better what went wrong, and may have a deadline of its own.
      if (error instanceof CccError || isTimeout(error)) throw error
      throw new CccError({
        code: 'ConnectionLost',
        message: 'The proxy could not be reached.',
        cause: error,
      })
    }
  }

  return {
    call: async (action, input, { signal } = {}) => {
      const parameters = action.parameters(input)
      const answer = await within(timeout, signal, (bound) =>
        send(action.name, parameters, bound),
      ).catch((cause: unknown) => {
        if (signal?.aborted) throw reasonOf(signal)
        if (!isTimeout(cause)) throw cause
        const message = `The proxy did not answer within ${timeout} ms.`
        throw new CccError({ code: 'Timeout', message, cause })
      })
      return action.read(openEnvelope(answer))
    },
  }
}

async function extraHeaders(headers: NonNullable<ProxyClientOptions['headers']>) {
  if (typeof headers !== 'function') return headers
  try {
    return await headers()
  } catch (cause) {
    // Headers come from a function because a token has to be fetched or renewed.
    throw new CccError({ code: 'SessionExpired', message: 'The headers function failed.', cause })
  }
}

/** The transport of a host that brings none. */
function sendWithFetch(credentials: RequestCredentials) {
  return async ({ data: body, ...message }: ProxyRequest): Promise<HttpAnswer> => {
    // A redirect is never followed: API calls are usually redirected to a login page, often on another
    // origin, and following it would look as if the network were down.
    const response = await fetch(message.url, { ...message, body, credentials, redirect: 'manual' })
    const { status, type } = response
    const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400)
    return { status, redirected, data: await response.text() }
  }
}

function isResponse(value: unknown): value is ProxyResponse {
  return isObject(value) && 'status' in value && 'data' in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
