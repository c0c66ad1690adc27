import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

export interface Program {
  url: string
  process: ChildProcess
  /** Lines of its log so far. */
  lines: readonly string[]
}

/**
 * Builds the proxy into one file, in a folder with nothing else in it: what it runs with is Node and
 * itself.
 */
export async function buildProgram(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'proxy-'))
  await build({
    root: resolve(import.meta.dirname, '../..'),
    configFile: resolve(import.meta.dirname, '../../vite.proxy.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  })
  return { file: join(folder, 'server.mjs'), remove: () => rm(folder, { recursive: true }) }
}

/** Starts the built proxy for the length of a test, and resolves when it listens. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, [file], {
    cwd: tmpdir(),
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  const listening = /The proxy listens at (http:\/\/[\d.:]+)/
  for (;;) {
    const url = lines.map((line) => listening.exec(line)?.[1]).find((found) => found !== undefined)
    if (url !== undefined) return { url, process: child, lines }
    if (child.exitCode !== null) throw new Error(`The proxy ended with ${child.exitCode}.`)
    await Promise.race([once(reader, 'line'), once(child, 'exit')])
  }
}
