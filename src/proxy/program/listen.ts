import { once } from 'node:events'
import type { Server } from 'node:http'
import { ConfigurationError } from '../configurationError.ts'

/**
 * Has a server listen.
 *
 * @param variable names the variable that sets the port
 * @returns where it listens, such as `http://127.0.0.1:8787`
 * @throws {ConfigurationError} if it cannot, for example because the port is in use
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
  variable: 'PORT' | 'PROXY_ADMIN_PORT' = 'PORT',
): Promise<string> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw new ConfigurationError([whyDeaf(error, host, port, variable)])
  }
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}

function whyDeaf(error: unknown, host: string, port: number, variable: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use: stop what listens there, or set ${variable} to another, 0 for any free one.`
  }
  if (code === 'EACCES') {
    return `Port ${port} of ${host} is not permitted: set ${variable} to one above 1023.`
  }
  return `Cannot listen on port ${port} of ${host} (${code ?? error}): check HOST and ${variable}.`
}
