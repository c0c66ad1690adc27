import { incomingOf } from './incoming.ts'
import type { ProxyOptions } from './options.ts'
import { responseOf } from './outgoing.ts'
import { createProxy } from './proxy.ts'

/**
 * Makes a proxy that signs browsers' calls: it takes the Workbench SDK's protocol and calls CCC's API. It
 * takes web-standard requests, and needs Node's crypto.
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
  const proxy = createProxy(options)
  return async (request) => responseOf(await proxy(incomingOf(request)), request.method)
}
