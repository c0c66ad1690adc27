import { describe, expect, it } from 'vitest'
import { createHand } from './hand.ts'

describe('a key', () => {
  it('is meant, as long as the focus is where the agent put it', () => {
    expect(createHand().means({ at: 0 })).toBe(true)
  })

  it('is not meant within 400 ms after the focus fell on another control', () => {
    const hand = createHand()
    hand.focusFell(1000)
    expect(hand.means({ at: 990 })).toBe(false)
    expect(hand.means({ at: 1399 })).toBe(false)
    expect(hand.means({ at: 1400 })).toBe(true)
  })

  it('has no place, so controls that move do not matter', () => {
    const hand = createHand()
    hand.controlsMoved(1000)
    expect(hand.means({ at: 1000 })).toBe(true)
  })
})

describe('a click', () => {
  it('is not meant where the pointer rested while controls moved, for 400 ms', () => {
    const hand = createHand()
    hand.point(50, 80)
    hand.controlsMoved(1000)
    expect(hand.means({ at: 990, x: 50, y: 80 })).toBe(false)
    expect(hand.means({ at: 1399, x: 50, y: 80 })).toBe(false)
    expect(hand.means({ at: 1400, x: 50, y: 80 })).toBe(true)
  })

  it('is meant where the pointer went afterwards, but a tremble is no journey', () => {
    const hand = createHand()
    hand.point(50, 80)
    hand.controlsMoved(1000)
    hand.point(200, 80)
    expect(hand.means({ at: 1100, x: 200, y: 80 })).toBe(true)
    expect(hand.means({ at: 1100, x: 56, y: 80 })).toBe(false)
    expect(hand.means({ at: 1100, x: 50, y: 87 })).toBe(true)
  })

  it('does not care where the focus fell', () => {
    const hand = createHand()
    hand.focusFell(1000)
    expect(hand.means({ at: 1000, x: 0, y: 0 })).toBe(true)
  })

  it('begins when the pointer goes down', () => {
    const hand = createHand()
    expect(hand.downAt()).toBeNull()
    hand.down(700)
    expect(hand.downAt()).toBe(700)
  })
})

describe('a control under the pointer', () => {
  it('came by itself if the pointer did not move', () => {
    const hand = createHand()
    hand.meet('more', 50, 80, 500)
    hand.meet('dial', 50, 80, 1000)
    expect(hand.means({ at: 1100, x: 50, y: 80 })).toBe(false)
  })

  it('was gone to if the pointer moved, and stays where it was if it is the same', () => {
    const hand = createHand()
    hand.meet('more', 50, 80, 500)
    hand.meet('dial', 60, 80, 1000)
    hand.meet('dial', 60, 80, 1100)
    expect(hand.means({ at: 1150, x: 60, y: 80 })).toBe(true)
  })

  it('was gone to across its border, however near that was', () => {
    for (const [x, y] of [
      [53, 80],
      [50, 83],
    ] as const) {
      const hand = createHand()
      hand.meet('more', 50, 80, 500)
      hand.meet('dial', x, y, 1000)
      expect(hand.means({ at: 1100, x, y })).toBe(true)
    }
  })

  it('was fetched if the agent has just turned the wheel', () => {
    const hand = createHand()
    hand.meet('more', 50, 80, 500)
    hand.scroll(900)
    hand.meet('dial', 50, 80, 1000)
    expect(hand.means({ at: 1100, x: 50, y: 80 })).toBe(true)
    hand.meet('more', 50, 80, 1300)
    expect(hand.means({ at: 1350, x: 50, y: 80 })).toBe(false)
  })
})

describe('a finger', () => {
  it('comes from nowhere, so what it taps is meant', () => {
    const hand = createHand()
    hand.tap('dial', 50, 80, 1000)
    expect(hand.means({ at: 1000, x: 50, y: 80 })).toBe(true)
  })

  it('that taps again at once means what it met there before', () => {
    const hand = createHand()
    hand.tap('dial', 50, 80, 1000)
    hand.tap('confirm', 52, 80, 1200)
    expect(hand.means({ at: 1200, x: 52, y: 80 })).toBe(false)
  })

  it('may tap the same again, elsewhere, or later', () => {
    const hand = createHand()
    hand.tap('dial', 50, 80, 1000)
    hand.tap('dial', 50, 80, 1200)
    expect(hand.means({ at: 1200, x: 50, y: 80 })).toBe(true)
    hand.tap('more', 90, 80, 1300)
    expect(hand.means({ at: 1300, x: 90, y: 80 })).toBe(true)
    hand.tap('dial', 90, 80, 1700)
    expect(hand.means({ at: 1700, x: 90, y: 80 })).toBe(true)
  })
})
