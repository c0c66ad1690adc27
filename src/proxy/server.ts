import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { ConfigurationError } from './configurationError.ts'
import { credentialChain } from './credentials.ts'
import { createProxyHandler, type ProxyOptions, proxyDefaults } from './handler.ts'

export interface ServerOptions extends Omit<ProxyOptions, 'credentials'> {
  /** Default: the official chain. */
  credentials?: ProxyOptions['credentials']
  /** 0, the default, takes any free one. */
  port?: number
  /** The address to listen on. Default 127.0.0.1: this machine alone. */
  host?: string
}

export interface RunningProxy {
  /** Where it listens, as in `http://127.0.0.1:8787`, without the path. */
  url: string
  /**
   * Takes no more requests and resolves when those under way are answered, or have had as long as a
   * call to the cloud may take.
   */
  close(): Promise<void>
}

/**
 * Starts a server around {@link createProxyHandler}.
 *
 * @throws {ConfigurationError} where it cannot listen, as on a port in use
 */
export async function startProxy(options: ServerOptions): Promise<RunningProxy> {
  const { port = 0, host = '127.0.0.1', credentials = credentialChain() } = options
  const server = createServer(getRequestListener(createProxyHandler({ ...options, credentials })))
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw new ConfigurationError([whyDeaf(error, host, port)])
  }

  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  const close = async () => {
    server.close()
    // Or a browser that never finishes its request would keep the program from ending.
    const patience = (options.timeout ?? proxyDefaults.timeout) + 500
    const giveUp = setTimeout(() => server.closeAllConnections(), patience)
    await once(server, 'close')
    clearTimeout(giveUp)
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close,
  }
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
