import { once } from 'node:events'
import { createServer } from 'node:net'
import { provideProgram } from '../browsers/supply/debian.ts'

/** Where Debian installs servers, which is not on everybody's path. */
const FOLDERS = '/usr/sbin:/usr/local/sbin'

/** The servers that the proxy is tested with. */
const servers = { redis: 'redis-server', nginx: 'nginx', haproxy: 'haproxy' } as const

/**
 * The path of a server that is installed, or that Debian can install for whoever may; then all of them at once.
 *
 * @throws {Error} saying what to install by hand: what cannot be tested has failed
 */
export function provideServer(server: keyof typeof servers): string {
  if (!process.env.PATH?.endsWith(FOLDERS)) process.env.PATH = `${process.env.PATH}:${FOLDERS}`
  return provideProgram([servers[server]], Object.values(servers))
}

/** Installs what is missing, before tests that run side by side do. */
export function provideServers(): void {
  for (const server of ['redis', 'nginx', 'haproxy'] as const) provideServer(server)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('No free port was found.')
  return address.port
}
