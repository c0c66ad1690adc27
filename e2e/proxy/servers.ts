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

/** Below the ports that systems give out by themselves, and apart for test files that run side by side. */
let candidate =
  20_000 + Number(process.env.VITEST_POOL_ID ?? 0) * 500 + Math.floor(Math.random() * 400)

/** A port for a server that has to be told one. */
export async function freePort(): Promise<number> {
  for (;;) {
    candidate += 1
    if (await isFree(candidate)) return candidate
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
