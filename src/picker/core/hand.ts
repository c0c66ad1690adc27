/** A press as the agent made it. */
export interface Press {
  /** When: the event's `timeStamp`. */
  at: number
  /** Where the pointer was, in the window's pixels; a key has no place. */
  x?: number
  /** The same from the top. */
  y?: number
}

/**
 * Milliseconds in which a second press belongs to the first, and in which nobody means what has only just come
 * under their hand.
 */
export const ONE_PRESS = 400

/** Pixels that a pointer moves while it rests. */
const TREMBLE = 6

/**
 * Knows whether a press was meant for what it meets. Controls move when an answer comes, and the focus falls to
 * another control when its own disappears: a press on its way then was meant for what had been there.
 */
export interface Hand {
  /** The pointer went down: a click is a press from then on, not from when it is let go. */
  down: (at: number) => void
  /** When the pointer went down last; null if it never did. */
  downAt: () => number | null
  /** The pointer went here. */
  point: (x: number, y: number) => void
  /** The pointer is over this control now: if it is another one and the pointer did not move, it came to the pointer. */
  meet: (control: unknown, x: number, y: number, at: number) => void
  /** The agent turned the wheel: what comes to the pointer now was fetched. */
  scroll: (at: number) => void
  /** A finger tapped this control: it comes from nowhere, but again at once it means what it met there before. */
  tap: (control: unknown, x: number, y: number, at: number) => void
  /** Controls moved. */
  controlsMoved: (at: number) => void
  /** The focus moved to another control, not by the agent. */
  focusFell: (at: number) => void
  /** Whether the press was meant for what it met. */
  means: (press: Press) => boolean
}

export function createHand(): Hand {
  let pointer = { x: 0, y: 0 }
  let rested = pointer
  let movedAt = Number.NEGATIVE_INFINITY
  let fellAt = Number.NEGATIVE_INFINITY
  let downAt: number | null = null
  let tappedAt = Number.NEGATIVE_INFINITY
  let scrolledAt = Number.NEGATIVE_INFINITY
  let under: unknown = null

  const point = (x: number, y: number) => {
    pointer = { x, y }
  }
  const controlsMoved = (at: number) => {
    movedAt = at
    rested = pointer
  }

  return {
    down: (at) => {
      downAt = at
    },
    downAt: () => downAt,
    point,
    controlsMoved,
    meet: (control, x, y, at) => {
      const moved = x !== pointer.x || y !== pointer.y || at < scrolledAt + ONE_PRESS
      if (control !== under && !moved) controlsMoved(at)
      under = control
      point(x, y)
    },
    scroll: (at) => {
      scrolledAt = at
    },
    tap: (control, x, y, at) => {
      const isAgain = at < tappedAt + ONE_PRESS && isNear(pointer, x, y)
      point(x, y)
      if (control !== under && isAgain) controlsMoved(at)
      under = control
      tappedAt = at
    },
    focusFell: (at) => {
      fellAt = at
    },
    means: ({ at, x, y }) => {
      if (x === undefined || y === undefined) return at >= fellAt + ONE_PRESS
      // A pointer that went elsewhere since then found what it was looking for.
      return at >= movedAt + ONE_PRESS || !isNear(rested, x, y)
    },
  }
}

function isNear(place: { x: number; y: number }, x: number, y: number): boolean {
  return Math.hypot(x - place.x, y - place.y) <= TREMBLE
}
