import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Registry } from 'prom-client'
import { CccError } from '../../ccc/index.ts'
import { isLoopback } from '../address.ts'
import { credentialChain } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import { createProxyHandler } from '../handler.ts'
import { type ProxyOptions, proxyDefaults } from '../options.ts'
import { badRequest, refusalAnswer } from '../refusal.ts'
import { answerProbe } from './probes.ts'

export interface ServerOptions extends Omit<ProxyOptions, 'credentials'> {
  /** Default: the official chain. */
  credentials?: ProxyOptions['credentials']
  /** 0, the default, takes any free port. */
  port?: number
  /** The address to listen on. Default 127.0.0.1: this machine alone. */
  host?: string
  /** What `/metrics` prints. Default: there is no `/metrics`. */
  metrics?: Registry
  /** Milliseconds within which a whole request has to arrive. Default 15000. */
  requestTimeout?: number
  /** Milliseconds after which a connection without a request is closed. Default 65000. */
  idleTimeout?: number
}

export interface RunningProxy {
  /** Where it listens, such as `http://127.0.0.1:8787`, without the path. */
  url: string
  /**
   * Ends without losing a call. `/readyz` fails at once, and the proxy keeps serving for `drain` milliseconds
   * (default 0), so that load balancers notice. Then it accepts no more requests, and resolves when those under
   * way are answered or have had as long as a call may take.
   */
  close(options?: { drain?: number }): Promise<void>
}

/** Maximum bytes of a request's headers, including a token and cookies. */
const HEADER_LIMIT = 16 * 1024

/**
 * Starts a server around {@link createProxyHandler}, with `/healthz`, `/readyz` and `/metrics` next
 * to it. Connections that send slowly, send too much, or are idle are closed.
 *
 * @throws {ConfigurationError} if it cannot listen, for example because the port is in use
 */
export async function startProxy(options: ServerOptions): Promise<RunningProxy> {
  const { port = 0, host = '127.0.0.1', credentials = credentialChain() } = options
  const { timeout = proxyDefaults.timeout, requestTimeout = 15_000, idleTimeout = 65_000 } = options
  let ready = true

  const handler = createProxyHandler({ ...options, credentials })
  const localOnly = options.authenticate === 'none' && isLoopback(host)
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, hostname } = new URL(request.url)
    const probe = { ready: () => ready, registry: options.metrics }
    const answer =
      (await answerProbe(pathname, probe)) ??
      (localOnly && !isLoopback(hostname) ? refusalAnswer(strangeHost()) : await handler(request))
    // Otherwise clients that keep their connection could lose their next request when it closes.
    if (!ready) answer.headers.set('Connection', 'close')
    return answer
  }

  const listener = getRequestListener(answer, {
    errorHandler: () =>
      refusalAnswer(badRequest('The request is not one of HTTP that has a host.')),
  })
  const server = createServer(
    {
      maxHeaderSize: HEADER_LIMIT,
      headersTimeout: Math.min(10_000, requestTimeout),
      requestTimeout,
      keepAliveTimeout: idleTimeout,
      connectionsCheckingInterval: Math.min(1000, requestTimeout),
      // If there is no host, the error handler answers, in the envelope.
      requireHostHeader: false,
    },
    listener,
  )
  // While the cloud is asked, nothing is sent; a socket that is idle for longer is not reading its answer.
  server.timeout = timeout + requestTimeout
  server.on('checkExpectation', listener)
  server.on('clientError', refuseConnection)
  await listen(server, port, host)

  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close({ drain = 0 } = {}) {
      ready = false
      if (drain > 0) await wait(drain)
      server.close()
      // Otherwise a browser that never finishes its request would keep the program from ending.
      const giveUp = setTimeout(() => server.closeAllConnections(), timeout + 500)
      if (server.listening || (await connections(server)) > 0) await once(server, 'close')
      clearTimeout(giveUp)
    },
  }
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw new ConfigurationError([whyDeaf(error, host, port)])
  }
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count ?? 0)))
}

function whyDeaf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use: stop what listens there, or set PORT to another, 0 for any free one.`
  }
  if (code === 'EACCES') {
    return `Port ${port} of ${host} is not permitted: set PORT to one above 1023.`
  }
  return `Cannot listen on port ${port} of ${host} (${code ?? error}): check HOST and PORT.`
}

/** Against DNS rebinding: a foreign name that resolves to this machine would make its pages the proxy's own. */
function strangeHost(): CccError {
  const message =
    'Without authentication this proxy answers to localhost alone: call it by that name.'
  return new CccError({ code: 'Forbidden.Host', message, httpStatus: 403 })
}

/** Answers what never became a request, in the same envelope as everything else. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const { code, message, httpStatus } = whyRefused(error.code)
  const body = JSON.stringify({
    Code: code,
    Message: message,
    RequestId: '',
    HttpStatusCode: httpStatus,
  })
  socket.end(
    `HTTP/1.1 ${httpStatus} ${code}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      'Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  )
}

function whyRefused(code: string | undefined): CccError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = `The headers of the request are longer than ${HEADER_LIMIT} bytes.`
    return new CccError({ code: 'RequestTooLarge', message, httpStatus: 431 })
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const message = 'The request did not arrive in time.'
    return new CccError({ code: 'Timeout', message, httpStatus: 408 })
  }
  return badRequest('The request is not one of HTTP/1.1.')
}
