import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Program {
  process: ChildProcess
  /** @throws {Error} with what it wrote last as an error, if it has ended */
  check: () => void
  /** Ends it if it still runs, and waits for that. */
  stop: () => Promise<void>
}

interface ProgramOptions {
  env?: NodeJS.ProcessEnv
  /** How many pipes it gets besides the usual three. */
  pipes?: number
  onEnd?: (why: string) => void
}

export function start(
  command: string,
  parameters: readonly string[],
  { env = {}, pipes = 0, onEnd = () => {} }: ProgramOptions = {},
): Program {
  const more = new Array<'pipe'>(pipes).fill('pipe')
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', ...more]
  const child = spawn(command, parameters, { stdio, env: { ...process.env, ...env } })
  let said = ''
  child.stderr?.on('data', (data) => {
    said = `${said}${data}`.slice(-500)
  })
  let end = ''
  const ended = new Promise<void>((resolve) => {
    const hear = (why: string) => {
      end ||= why
      onEnd(end)
      resolve()
    }
    child.once('error', ({ message }) => hear(`${command} did not start: ${message}`))
    child.once('close', (code) => hear(`${command} ended with ${code}: ${said.trim()}`))
  })
  return {
    process: child,
    check: () => {
      if (end) throw new Error(end)
    },
    stop: async () => {
      child.kill()
      const insist = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(insist)
    },
  }
}

/** A folder for a browser's profile. */
export function createProfile(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  // A browser's last process may still write while the folder is removed.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return { folder, remove }
}
