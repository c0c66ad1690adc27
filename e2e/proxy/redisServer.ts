import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { onTestFinished } from 'vitest'

/** Whether there is a `redis-server` to test with; where there is none, says so aloud. */
export function haveRedis(): boolean {
  const found = spawnSync('redis-server', ['--version']).status === 0
  if (!found) {
    process.stderr.write(
      '\n**** SKIPPED: no redis-server here, so shared limits are NOT tested.\n' +
        '**** Install it (Debian: apt-get install redis-server) and run the tests again.\n\n',
    )
  }
  return found
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

/** Starts a Redis that keeps nothing, for the length of a test, and resolves when it serves. */
export async function startRedis(port: number, ...more: string[]): Promise<ChildProcess> {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    ...more,
  ]
  const redis = spawn('redis-server', options, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void redis.kill('SIGKILL'))
  let said = ''
  while (!said.includes('Ready to accept connections')) {
    const [piece] = await once(redis.stdout, 'data')
    said += piece
  }
  redis.stdout.resume()
  return redis
}
