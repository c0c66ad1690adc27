import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Running {
  /** Where it listens, as the first address that it printed. */
  url: string
  /** Milliseconds from its start to that line. */
  startedIn: number
  child: ChildProcess
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Runs a program of its own, so that nothing that is measured shares a thread, until it says where it
 * listens. It ends with this process.
 */
export async function run(args: readonly string[], env: Record<string, string>): Promise<Running> {
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const url = /http:\/\/[\d.:]+/.exec(String(line))?.[0]
  if (url === undefined) throw new Error(`${args.join(' ')} did not say where it listens: ${line}`)
  return { url, startedIn: performance.now() - start, child }
}

/** CPU time that a program has taken so far, as Linux tells it in hundredths of a second; NaN elsewhere. */
export function cpuMilliseconds({ child }: Running): number {
  try {
    const [, after = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')
    const fields = after.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

export async function stop({ child }: Running): Promise<void> {
  child.kill('SIGTERM')
  running.delete(child)
  if (child.exitCode === null) await once(child, 'exit')
}
