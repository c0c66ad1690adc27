// `localStorage` may be missing, full or blocked: then nothing is remembered, and no error is shown. It is always
// named with its window, because newer versions of Node have a global one, in which all agents would meet.

export function readText(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Whether it could be stored. */
export function writeText(key: string, text: string): boolean {
  try {
    window.localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/**
 * Tabs run in processes of their own, and a process learns a moment later what another has stored. Were the lock
 * given back at once, Chromium would lose one in six of the changes that tabs make together; after 50 ms it still
 * loses some on a busy machine.
 */
const MOMENT = 250

/** Runs `write` while no other tab does; at once where there are no locks or none is given. */
export async function inTurn(key: string, write: () => void): Promise<void> {
  try {
    await navigator.locks.request(key, () => {
      write()
      return new Promise((resolve) => setTimeout(resolve, MOMENT))
    })
  } catch {
    write()
  }
}
