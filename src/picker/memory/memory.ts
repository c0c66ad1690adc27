import { customerKey } from './customerKey.ts'
import { isCurrent, type Remembered, readRemembered } from './readRemembered.ts'
import { inTurn, readText, writeText } from './storage.ts'

export interface Memory {
  /** What is remembered now; the same object until it changes. */
  getState(): Remembered
  /** Calls `listener` after every change, also by another tab; returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void
  /** The caller that this customer saw last; null if new, expired or not remembered. Never rejects. */
  recall(callee: string): Promise<string | null>
  /** Never rejects. */
  remember(callee: string, caller: string): Promise<void>
  /** The agent's switch; switching off forgets the customers and the groups at once, and keeps the pins. */
  enable(enabled: boolean): void
  pin(number: string, pinned: boolean): void
  /** Does nothing while the agent has switched the memory off. */
  keepSkillGroups(ids: readonly string[]): void
}

/** Is made again on whatever storage holds by then, so making it twice must be the same as making it once. */
type Change = (remembered: Remembered) => Remembered

const MOST_CUSTOMERS = 500

const memories = new Map<string, Memory>()

/** The memory of an agent, shared by all pickers on the page. */
export function memoryOf(instanceId: string, userId: string): Memory {
  // The 1 is raised when what is stored changes its meaning.
  const key = `outbound-number-picker:1:${instanceId}:${userId}`
  const memory = memories.get(key) ?? createMemory(key)
  // A server would collect the memories of all agents it ever rendered for.
  if (typeof window !== 'undefined') memories.set(key, memory)
  return memory
}

/** Touches nothing in the browser until it is used. */
export function createMemory(key: string, now: () => number = Date.now): Memory {
  let state: Remembered | null = null
  /** Changes that storage does not hold: they wait for their turn, or could not be stored. */
  let unsaved: readonly Change[] = []
  const listeners = new Set<() => void>()

  const getState = () => {
    state ??= load()
    return state
  }

  function load(): Remembered {
    // Until there is a salt in storage, the one that customers were hashed with stays.
    const stored = readRemembered(readText(key), state?.salt ?? newSalt(), now())
    return unsaved.reduce((remembered, change) => change(remembered), stored)
  }

  function show(next: Remembered): void {
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }

  function make(change: Change): void {
    unsaved = [...unsaved, change]
    show(load())
    void inTurn(key, save)
  }

  function save(): void {
    if (unsaved.length === 0) return
    if (writeText(key, JSON.stringify(load()))) unsaved = []
  }

  function hear({ key: changed }: StorageEvent): void {
    // Clearing the storage has no key.
    if (changed === null || changed === key) show(load())
  }

  return {
    getState,
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        globalThis.window?.addEventListener('storage', hear)
        // A page that closes cannot wait for its turn.
        globalThis.window?.addEventListener('pagehide', save)
        // Other tabs may have changed it while nobody listened.
        if (state) show(load())
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        globalThis.window?.removeEventListener('storage', hear)
        globalThis.window?.removeEventListener('pagehide', save)
      }
    },
    recall: async (callee) => {
      const { enabled, salt, lastCallers } = getState()
      if (!enabled || lastCallers.length === 0) return null
      const customer = await customerKey(callee, salt)
      // It may have been forgotten meanwhile.
      const last = getState().lastCallers.find((entry) => entry.customer === customer)
      return last && isCurrent(last, now()) ? last.caller : null
    },
    remember: async (callee, caller) => {
      const { enabled, salt } = getState()
      const customer = enabled ? await customerKey(callee, salt) : null
      if (customer === null) return
      const last = { customer, caller, at: now() }
      make((remembered) => {
        // Switched off meanwhile, and perhaps on again.
        if (remembered.salt !== salt) return remembered
        const others = remembered.lastCallers.filter((other) => other.customer !== customer)
        return { ...remembered, lastCallers: [last, ...others].slice(0, MOST_CUSTOMERS) }
      })
    },
    enable: (enabled) => {
      // With another salt, what is still being hashed is forgotten too.
      const forgotten = { salt: newSalt(), lastCallers: [], skillGroupIds: null }
      make((remembered) => ({ ...remembered, ...(enabled ? {} : forgotten), enabled }))
    },
    pin: (number, pinned) =>
      make((remembered) => {
        const others = remembered.pins.filter((pin) => pin !== number)
        return { ...remembered, pins: pinned ? [...others, number] : others }
      }),
    keepSkillGroups: (ids) =>
      make((remembered) =>
        remembered.enabled ? { ...remembered, skillGroupIds: ids } : remembered,
      ),
  }
}

function newSalt(): string {
  return globalThis.crypto?.getRandomValues(new Uint8Array(16)).join('.') ?? ''
}
