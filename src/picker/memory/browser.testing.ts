import { vi } from 'vitest'

type Listener = (event: { key: string | null }) => void

/** What the next tabs can do; as in a browser of today unless told otherwise. */
interface Abilities {
  storage?: 'blocked' | 'full'
  locks?: 'missing' | 'refused'
}

/** A page as the memory sees it. The globals are those of the tab that was visited last. */
export interface Tab {
  visit: () => void
  listensTo: (type: string) => boolean
  /** Delivers the oldest event that waits; false if none does. */
  deliver: () => boolean
  clearStorage: () => void
  close: () => void
}

/** A browser in which tabs share storage and locks. Locks and events wait until a test lets them happen. */
export function openBrowser() {
  const stored = new Map<string, string>()
  const tabs: { wake: (key: string | null) => void }[] = []
  const turns: { name: string; run: () => void }[] = []
  /** What the memory did with storage. */
  const accesses: string[] = []
  /** One for each lock that was given; settles when it is given back. */
  const held: unknown[] = []

  function openTab({ storage, locks }: Abilities = {}): Tab {
    const listeners: { type: string; listener: Listener }[] = []
    const waiting: (string | null)[] = []
    const self = { wake: (key: string | null) => void waiting.push(key) }
    tabs.push(self)

    const wakeOthers = (key: string | null) => {
      for (const tab of tabs) if (tab !== self) tab.wake(key)
    }
    const localStorage = {
      getItem: (key: string) => {
        accesses.push('read')
        return stored.get(key) ?? null
      },
      setItem: (key: string, text: string) => {
        accesses.push('write')
        if (storage === 'full') throw new DOMException('full', 'QuotaExceededError')
        if (stored.get(key) === text) return
        stored.set(key, text)
        wakeOthers(key)
      },
    }
    const window = {
      get localStorage() {
        if (storage === 'blocked') throw new DOMException('blocked', 'SecurityError')
        return localStorage
      },
      addEventListener: (type: string, listener: Listener) => {
        listeners.push({ type, listener })
      },
      removeEventListener: (type: string, listener: Listener) => {
        const at = listeners.findIndex((one) => one.type === type && one.listener === listener)
        if (at !== -1) listeners.splice(at, 1)
      },
    }
    const request = (name: string, callback: () => unknown) =>
      locks === 'refused'
        ? Promise.reject(new DOMException('refused', 'SecurityError'))
        : new Promise((resolve) => {
            const run = () => {
              visit()
              const end = callback()
              held.push(end)
              resolve(end)
            }
            turns.push({ name, run })
          })

    function visit(): void {
      vi.stubGlobal('window', window)
      vi.stubGlobal('navigator', locks === 'missing' ? {} : { locks: { request } })
    }
    function happen(type: string, key: string | null): void {
      visit()
      for (const one of [...listeners]) if (one.type === type) one.listener({ key })
    }

    visit()
    return {
      visit,
      listensTo: (type) => listeners.some((one) => one.type === type),
      deliver: () => {
        const [key] = waiting.splice(0, 1)
        if (key !== undefined) happen('storage', key)
        return key !== undefined
      },
      clearStorage: () => {
        stored.clear()
        wakeOthers(null)
      },
      close: () => happen('pagehide', null),
    }
  }

  /** Gives the lock to the tab that has waited longest, and tells the lock's name; undefined if none waits. */
  function giveLock(): string | undefined {
    const [turn] = turns.splice(0, 1)
    turn?.run()
    return turn?.name
  }

  return { stored, accesses, held, openTab, giveLock }
}
