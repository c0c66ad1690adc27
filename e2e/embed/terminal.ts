import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** A terminal as a reader has it: without what `npm test` has set, and with packages from this registry. */
export interface Terminal {
  /** Runs a block as it is written, and tells what it prints. */
  run: (block: string, folder: string) => Promise<string>
  /** Starts what goes on until the terminal is closed, and waits for a line with these words. */
  start: (block: string, folder: string, words: string) => Promise<void>
  close: () => void
}

/** What one terminal has fetched, the next need not fetch again. */
const cache = mkdtempSync(join(tmpdir(), 'npm-'))

export function openTerminal(registry: string): Terminal {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? tmpdir(),
    npm_config_registry: registry,
    npm_config_cache: cache,
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    // A busy machine drops a connection now and then.
    npm_config_fetch_retry_mintimeout: '100',
    npm_config_loglevel: 'error',
  }
  const started: ChildProcess[] = []
  return {
    run: async (block, folder) => {
      const parameters = ['--norc', '-euo', 'pipefail', '-c', block]
      const { stdout } = await promisify(execFile)('bash', parameters, { cwd: folder, env })
      return stdout
    },
    start: async (block, folder, words) => {
      const child = spawn('bash', ['-c', block], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      })
      started.push(child)
      for await (const line of createInterface({ input: child.stdout })) {
        if (line.includes(words)) return
      }
      throw new Error(`"${block}" ended without saying "${words}"; is its port in use?`)
    },
    // With their children: npm and npx are processes of their own.
    close: () => {
      for (const { pid } of started.splice(0)) {
        if (pid) process.kill(-pid)
      }
    },
  }
}
