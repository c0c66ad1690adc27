import { delay, type HttpHandler, HttpResponse, http } from 'msw'
import { deliveryOf, LOGIN_PATH, loginPage } from '../delivery.ts'
import { createInstance, type Instance } from '../model/index.ts'
import { type ProxyStyle, proxyStyles, restyle } from '../proxyStyles.ts'
import { readProxyRequest } from './proxyRequest.ts'

/** Where the handlers stand in, and for whom. */
export interface HandlerOptions {
  /** Where the proxy would be, as a path pattern of MSW. Default: `/aliyun/ccc/api` on any origin. */
  endpoint?: string | undefined
  /** The one instance that exists. Default `ccc-test`. */
  instanceId?: string | undefined
  /** The instance itself, to share it or to add call records to it; instead of `instanceId`. */
  instance?: Instance | undefined
  /** The form in which the proxy passes on the cloud's answer. Default `cloud`. */
  style?: ProxyStyle | undefined
  /** Milliseconds that every answer takes. Default 0. */
  latency?: number | undefined
  /** Waits before a delayed answer; a test may skip that. Default: really waits. */
  wait?: ((milliseconds: number) => Promise<void>) | undefined
}

/**
 * MSW handlers that stand in for a proxy and the cloud behind it.
 *
 * @example
 * await setupWorker(...createHandlers({ style: 'camel', latency: 200 })).start()
 *
 * @throws {TypeError} for a style that is none
 */
export function createHandlers({
  endpoint = '*/aliyun/ccc/api',
  instanceId,
  instance = createInstance({ instanceId }),
  style = 'cloud',
  latency = 0,
  wait = delay,
}: HandlerOptions = {}): HttpHandler[] {
  if (!proxyStyles.includes(style)) {
    const known = proxyStyles.map((one) => `"${one}"`).join(', ')
    throw new TypeError(`createHandlers: style is "${style}". Use one of ${known}.`)
  }
  const answerCall = async ({ request }: { request: Request }): Promise<Response> => {
    const call = await readProxyRequest(request)
    if (latency > 0) await wait(latency)
    if (!call) return refuseUnreadable(request)

    const { action } = call
    // Our proxy knows its instance; most proxies that companies run get it from the browser.
    const parameters = { InstanceId: instance.id, ...call.parameters }
    const delivery = deliveryOf('proxy', action, parameters)
    switch (delivery?.way) {
      case 'late':
        await wait(delivery.milliseconds)
        break
      case 'never':
        return new Promise(() => {})
      case 'lost':
        return HttpResponse.error()
      case 'page':
        return HttpResponse.html(delivery.html, { status: delivery.httpStatus })
      case 'redirect':
        // 303 and not 302: MSW in Node gives up on a 302 after a request with a body.
        return HttpResponse.redirect(new URL(delivery.path, request.url), 303)
    }
    // The scenario with the cloud's XML needs nothing here: a proxy passes it on as JSON.
    const { httpStatus, body } = instance.answer(action, parameters)
    return new HttpResponse(JSON.stringify(restyle(body, style)), {
      status: httpStatus,
      headers: { 'content-type': 'application/json;charset=utf-8' },
    })
  }

  return [
    http.post(endpoint, answerCall),
    http.get(endpoint, answerCall),
    http.get(`*${LOGIN_PATH}`, () => HttpResponse.html(loginPage)),
  ]
}

/** Answers as a proxy's framework does, in its own form, if a call never reaches the cloud. */
function refuseUnreadable(request: Request): Response {
  return HttpResponse.json(
    {
      status: 400,
      error: 'Bad Request',
      message: 'The form field `request` must hold a JSON object.',
      path: new URL(request.url).pathname,
    },
    { status: 400 },
  )
}
