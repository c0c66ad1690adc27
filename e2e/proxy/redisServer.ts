import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { onTestFinished } from 'vitest'
import { provideServer } from './servers.ts'

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
  const redis = spawn(provideServer('redis'), options, {
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
