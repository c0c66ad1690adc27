/** A caller number to show. */
export interface Row {
  number: string
  place: string
}

/** Somebody who shows rows: ready on the stage, waiting for the answer. */
interface Waiting {
  /** The answer is in. */
  show: (rows: readonly Row[]) => void
  leave: () => void
}

export type Contender = (stage: HTMLElement) => Waiting | Promise<Waiting>

/** Waits until so many rows are on the stage, and tells how many there are. It asks for no frame meanwhile. */
export function untilThere(stage: HTMLElement, wanted: number): Promise<number> {
  return new Promise((done) => {
    const observer = new MutationObserver(look)
    observer.observe(stage, { childList: true, subtree: true })
    look()
    function look(): void {
      const there = stage.querySelectorAll('[type=radio], [role=option]').length
      if (there < wanted) return
      observer.disconnect()
      done(there)
    }
  })
}
