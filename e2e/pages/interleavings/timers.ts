/**
 * The page's timers. Waits (the pause, retries, timeouts) end when the test says so; what is to be done soon is done
 * in the next task, without the four milliseconds that browsers add.
 */
const waits = new Map<number, () => void>()
const soon = new Map<number, () => void>()
const { port1, port2 } = new MessageChannel()
port1.onmessage = ({ data: id }) => {
  soon.get(id)?.()
  soon.delete(id)
}
let lastTimer = 1_000_000
Object.assign(window, {
  setTimeout: (run: () => void, delay = 0) => {
    lastTimer++
    if (delay >= 100) waits.set(lastTimer, run)
    else {
      soon.set(lastTimer, run)
      port2.postMessage(lastTimer)
    }
    return lastTimer
  },
  clearTimeout: (id: number) => {
    waits.delete(id)
    soon.delete(id)
  },
})

/** Lets React and React Query do all that they have to do now. */
export async function settle() {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise<void>((resolve) => setTimeout(resolve))
  }
}

/** Ends all waits that are under way. */
export function endWaits(): void {
  const due = [...waits.values()]
  waits.clear()
  for (const run of due) run()
}

/** Forgets them, before the next test. */
export function forgetWaits(): void {
  waits.clear()
}
