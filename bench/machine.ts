import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What it was measured on. */
export interface Machine {
  cores: number
  processor: string
  /** In GB. */
  memory: number
  node: string
  chromium: string
  /** How many programs wanted a core in the minute before, as the system counts them. */
  loadBefore: number
  loadAfter: number
}

export function loadNow(): number {
  return loadavg()[0] ?? Number.NaN
}

export function describeMachine(chromium: string, loadBefore: number): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown make',
    memory: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    chromium,
    loadBefore,
    loadAfter: loadNow(),
  }
}
