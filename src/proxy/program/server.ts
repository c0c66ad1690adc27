import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Registry } from 'prom-client'
import { CccError } from '../../ccc/index.ts'
import { isLoopback } from '../address.ts'
import { createPost, credentialChain, postWith } from '../cloud/index.ts'
import type { Observe } from '../event.ts'
import type { Incoming } from '../incoming.ts'
import { endpointOfRegion, type ProxyOptions, proxyDefaults } from '../options.ts'
import { type Outgoing, refusalAnswer } from '../outgoing.ts'
import { createProxy } from '../proxy.ts'
import { badRequest } from '../refusal.ts'
import { watchEgress } from './egress.ts'
import { listen } from './listen.ts'
import { incomingOfNode, writeToNode } from './nodeRequest.ts'
import { adminListener, createProbes, draining } from './probes.ts'
import { HEADER_LIMIT, refuseConnection } from './refuseConnection.ts'

/** What the proxy serves, and where. */
export interface ServerOptions extends Omit<ProxyOptions, 'credentials'> {
  /** Returns the key to sign with. Default: `credentialChain()`. */
  credentials?: ProxyOptions['credentials']
  /** The port to listen on. Default 0: any free one. */
  port?: number
  /** The address to listen on. Default 127.0.0.1: this machine alone. */
  host?: string
  /**
   * A port of their own for `/healthz`, `/readyz` and `/metrics`; null for nowhere. Default: they are answered beside
   * the calls.
   */
  adminPort?: number | null | undefined
  /** What `/metrics` prints. Default: there is no `/metrics`. */
  metrics?: Registry
  /** Milliseconds without reaching the cloud after which `/readyz` fails; 0 for never. Default 5000. */
  unreadyAfter?: number
  /** Milliseconds within which a whole request has to arrive. Default 15000. */
  requestTimeout?: number
  /** Milliseconds after which a connection without a request is closed. Default 65000. */
  idleTimeout?: number
}

/** A proxy that listens. */
export interface RunningProxy {
  /** Where it listens, such as `http://127.0.0.1:8787`, without the path. */
  url: string
  /** Where it answers probes; the same unless they have a port of their own. */
  adminUrl: string
  /** Why calls should not come here now; null if they should. */
  whyNotReady(): Promise<CccError | null>
  /**
   * Ends without losing a call. `/readyz` fails at once, and the proxy keeps serving for `drain` milliseconds
   * (default 0), so that load balancers notice. Then it accepts no more requests, and resolves when those under
   * way are answered or have had as long as a call may take.
   */
  close(options?: { drain?: number }): Promise<void>
}

/**
 * Starts the proxy in a server of its own, with `/healthz`, `/readyz` and `/metrics`. Connections that send slowly,
 * send too much, or are idle are closed.
 *
 * @example
 * const proxy = await startProxy({ instanceId: 'ccc-test', authenticate, port: 8787 })
 * process.once('SIGTERM', () => proxy.close({ drain: 5000 }))
 *
 * @throws {ConfigurationError} if it cannot listen, for example because the port is in use
 */
export async function startProxy(options: ServerOptions): Promise<RunningProxy> {
  const { port = 0, host = '127.0.0.1', adminPort, credentials = credentialChain() } = options
  const { timeout = proxyDefaults.timeout, requestTimeout = 15_000, idleTimeout = 65_000 } = options
  let ready = true

  const egress = watch(options)
  const observe: Observe = (event) => {
    if (event.type === 'attempt') egress.observe(event)
    options.observe?.(event)
  }
  const proxy = createProxy({ ...options, credentials, observe })
  const localOnly = options.authenticate === 'none' && isLoopback(host)
  const answer = (incoming: Incoming | null): Outgoing | Promise<Outgoing> => {
    if (!incoming)
      return refusalAnswer(badRequest('The request is not one of HTTP that has a host.'))
    if (localOnly && !isLoopback(incoming.url.hostname)) return refusalAnswer(strangeHost())
    return proxy(incoming)
  }
  const whyNotReady = async () => (ready ? egress.whyLost() : draining())
  const probes = createProbes({
    whyNotReady,
    registry: options.metrics,
  })

  const timeouts = {
    maxHeaderSize: HEADER_LIMIT,
    headersTimeout: Math.min(10_000, requestTimeout),
    requestTimeout,
    keepAliveTimeout: idleTimeout,
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
    // If there is no host, the answer is in the envelope; and a probe needs none.
    requireHostHeader: false,
  }
  const listener: RequestListener = async (request, response) => {
    const { method = '', url: target = '' } = request
    const probe = adminPort === undefined ? probes(method, target) : null
    const outgoing = await (probe ?? answer(incomingOfNode(request, response)))
    // Otherwise clients that keep their connection could lose their next request when it closes.
    if (!ready) response.setHeader('Connection', 'close')
    writeToNode(outgoing, response)
  }
  const server = createServer(timeouts, listener)
  // While the cloud is asked, nothing is sent; a socket that is idle for longer is not reading its answer.
  server.timeout = timeout + requestTimeout
  server.on('checkExpectation', listener)
  server.on('clientError', refuseConnection)
  const admin = createServer(timeouts, adminListener(probes)).on('clientError', refuseConnection)

  const url = await listen(server, port, host)
  const adminUrl =
    typeof adminPort === 'number' ? await listen(admin, adminPort, host, 'PROXY_ADMIN_PORT') : url
  return {
    url,
    adminUrl,
    whyNotReady,
    async close({ drain = 0 } = {}) {
      ready = false
      if (drain > 0) await wait(drain)
      server.close()
      // A request that never ends must not keep the program from ending.
      const giveUp = setTimeout(() => server.closeAllConnections(), longestEnd(timeout))
      if (server.listening || (await connections(server)) > 0) await once(server, 'close')
      clearTimeout(giveUp)
      admin.close()
      admin.closeAllConnections()
    },
  }
}

/**
 * Milliseconds after which no call can be under way any longer, once no more are accepted: a request may take as
 * long to arrive as the cloud may to answer it.
 */
export function longestEnd(timeout: number): number {
  return 2 * timeout + 500
}

function watch(options: ServerOptions) {
  const { regionId = proxyDefaults.regionId, unreadyAfter: patience = 5000 } = options
  const { endpoint = endpointOfRegion(regionId) } = options
  const post = options.fetch ? postWith(options.fetch) : createPost(options.proxies)
  return watchEgress({
    endpoint,
    patience,
    reach: (signal) =>
      post(new URL(endpoint), { headers: {}, body: '', signal, acts: true, limit: 0 }),
  })
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)))
}

/** Against DNS rebinding: a foreign name that resolves to this machine would make its pages the proxy's own. */
function strangeHost(): CccError {
  const message =
    'Without authentication this proxy answers to localhost alone: call it by that name.'
  return new CccError({ code: 'Forbidden.Host', message, httpStatus: 403 })
}
