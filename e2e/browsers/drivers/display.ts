import { Readable } from 'node:stream'
import { start } from './program.ts'

/** Starts a display that nobody sees. */
export async function startDisplay(): Promise<{ name: string; stop: () => Promise<void> }> {
  const { process, stop } = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '500x800x24', '-nolisten', 'tcp'],
    { pipes: 1 },
  )
  const [, , , output] = process.stdio
  // It chooses a number that is free, and writes it into the pipe.
  const name = await new Promise<string>((resolve, reject) => {
    process.once('error', reject)
    process.once('exit', () => reject(new Error('Xvfb ended')))
    if (output instanceof Readable) output.once('data', (data) => resolve(`:${`${data}`.trim()}`))
  })
  return { name, stop }
}
