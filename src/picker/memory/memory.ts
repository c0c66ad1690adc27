import { createStore, type StoreApi } from 'zustand/vanilla'
import { customerKey } from './customerKey.ts'
import { readRemembered } from './readRemembered.ts'

/** The caller that a customer saw last. */
export interface LastCaller {
  /** See `customerKey`. */
  customer: string
  caller: string
  /** Milliseconds since 1970. */
  at: number
}

/** What is kept in the browser for one agent of one instance. */
export interface Remembered {
  salt: string
  /** The agent's own switch. */
  enabled: boolean
  /** Newest first. */
  lastCallers: readonly LastCaller[]
  /** Null until the agent has chosen groups. */
  skillGroupIds: readonly string[] | null
  /** Numbers that come first wherever they are offered. */
  pins: readonly string[]
}

export type Memory = StoreApi<Remembered>

const MOST_CUSTOMERS = 500
const LONGEST = 90 * 24 * 60 * 60 * 1000

const memories = new Map<string, Memory>()

/** The memory of an agent, shared by all pickers on the page. */
export function memoryOf(instanceId: string, userId: string): Memory {
  const name = `outbound-number-picker:${instanceId}:${userId}`
  let memory = memories.get(name)
  if (!memory) {
    memory = createMemory(name)
    memories.set(name, memory)
  }
  return memory
}

function createMemory(name: string): Memory {
  const memory = createStore<Remembered>()(() => read(name) ?? fresh())
  memory.subscribe((remembered) => write(name, remembered))
  // What is forgotten in another tab is forgotten here too.
  globalThis.addEventListener?.('storage', ({ key }) => {
    // Clearing the storage has no key.
    if (!key || key === name) memory.setState(read(name) ?? fresh())
  })
  return memory
}

function fresh(): Remembered {
  const salt = globalThis.crypto?.randomUUID?.() ?? ''
  return { salt, enabled: true, lastCallers: [], skillGroupIds: null, pins: [] }
}

// `localStorage` may be full, blocked or corrupted: then nothing is remembered, and no error is shown.

function read(name: string): Remembered | null {
  try {
    return readRemembered(JSON.parse(localStorage.getItem(name) ?? 'null'))
  } catch {
    return null
  }
}

function write(name: string, remembered: Remembered): void {
  try {
    localStorage.setItem(name, JSON.stringify(remembered))
  } catch {
    // What could not be stored is lost with the page.
  }
}

/** The caller that this customer saw last; null for a customer who is new, expired or not remembered. */
export async function recallCaller(
  memory: Memory,
  callee: string,
  now = Date.now(),
): Promise<string | null> {
  const { enabled, salt, lastCallers } = memory.getState()
  if (!enabled || lastCallers.length === 0) return null
  const customer = await customerKey(callee, salt)
  const last = lastCallers.find((entry) => entry.customer === customer)
  return last && now - last.at < LONGEST ? last.caller : null
}

export async function rememberCaller(
  memory: Memory,
  callee: string,
  caller: string,
  now = Date.now(),
): Promise<void> {
  const { enabled, salt } = memory.getState()
  const customer = enabled && salt ? await customerKey(callee, salt) : null
  if (customer === null || !memory.getState().enabled) return
  memory.setState(({ lastCallers }) => ({
    lastCallers: [
      { customer, caller, at: now },
      ...lastCallers.filter((entry) => entry.customer !== customer && now - entry.at < LONGEST),
    ].slice(0, MOST_CUSTOMERS),
  }))
}

/** The agent's switch; switching off forgets the customers and the groups at once, and keeps the pins. */
export function enableMemory(memory: Memory, enabled: boolean): void {
  memory.setState(enabled ? { enabled } : { enabled, lastCallers: [], skillGroupIds: null })
}

export function togglePin(memory: Memory, number: string): void {
  memory.setState(({ pins }) => ({
    pins: pins.includes(number) ? pins.filter((pin) => pin !== number) : [...pins, number],
  }))
}
