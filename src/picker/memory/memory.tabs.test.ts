import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.testing.ts'
import { createMemory } from './memory.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'

afterEach(() => vi.unstubAllGlobals())

/** Two tabs with a picker each. */
function openTwo() {
  const browser = openBrowser()
  const open = () => {
    const tab = browser.openTab()
    const memory = createMemory(KEY)
    const listener = vi.fn()
    const unsubscribe = memory.subscribe(listener)
    return { ...tab, memory, listener, unsubscribe }
  }
  const [one, other] = [open(), open()]
  /** Lets all happen that still waits. */
  const settle = () => {
    while (browser.giveLock() !== undefined || one.deliver() || other.deliver());
  }
  return { browser, one, other, settle }
}

/** Does something in a tab. */
function inTab<Result>(tab: { visit: () => void }, act: () => Result): Result {
  tab.visit()
  return act()
}

describe('two tabs', () => {
  it('that pin at once lose nothing', () => {
    const { one, other, settle } = openTwo()
    inTab(one, () => one.memory.pin('1', true))
    inTab(other, () => other.memory.pin('2', true))
    settle()
    expect(one.memory.getState().pins).toEqual(['1', '2'])
    expect(other.memory.getState()).toEqual(one.memory.getState())
  })

  it('learn of each other’s changes, and nothing after unsubscribing', () => {
    const { one, other, settle } = openTwo()
    inTab(one, () => one.memory.pin('1', true))
    settle()
    expect(other.memory.getState().pins).toEqual(['1'])
    inTab(other, other.unsubscribe)
    inTab(one, () => one.memory.pin('2', true))
    settle()
    expect(other.listener).toHaveBeenCalledOnce()
  })

  it('keep an own change that waits for its lock when the other’s arrives', () => {
    const { browser, one, other } = openTwo()
    inTab(one, () => one.memory.pin('1', true))
    inTab(other, () => other.memory.pin('2', true))
    browser.giveLock()
    other.deliver()
    expect(other.memory.getState().pins).toEqual(['1', '2'])
  })

  it('forget together', async () => {
    const { browser, one, other, settle } = openTwo()
    await inTab(one, () => one.memory.remember('13888888888', '01089898989'))
    settle()
    expect(await inTab(other, () => other.memory.recall('13888888888'))).toBe('01089898989')
    const remembering = inTab(other, () => other.memory.remember('13999999999', '01089898989'))
    inTab(one, () => {
      one.memory.enable(false)
      one.memory.enable(true)
    })
    other.visit()
    await remembering
    settle()
    expect(other.memory.getState()).toMatchObject({ enabled: true, lastCallers: [] })
    expect(browser.stored.get(KEY)).toContain('"lastCallers":[]')
  })

  it('forget all when a host clears the storage in one, as after a logout', async () => {
    const { browser, one, other, settle } = openTwo()
    await inTab(one, () => one.memory.remember('13888888888', '01089898989'))
    settle()
    other.clearStorage()
    settle()
    expect(one.memory.getState().lastCallers).toEqual([])
    inTab(one, () => one.memory.pin('1', true))
    settle()
    expect(one.memory.getState()).toMatchObject({ lastCallers: [], pins: ['1'] })
    expect(browser.stored.get(KEY)).toContain('"lastCallers":[]')
  })

  it('agree in the end with each other and with storage, in whatever order things happen', () => {
    const step = fc.record({
      happens: fc.constantFrom('pin', 'unpin', 'lock', 'event'),
      at: fc.constantFrom('one', 'other'),
      // Each tab has numbers of its own.
      number: fc.constantFrom('1', '2', '3'),
    })
    const property = fc.property(fc.array(step), (steps) => {
      const { browser, settle, ...tabs } = openTwo()
      const wanted = { one: new Set<string>(), other: new Set<string>() }
      for (const { happens, at, number } of steps) {
        const { memory, deliver } = tabs[at]
        if (happens === 'lock') browser.giveLock()
        else if (happens === 'event') deliver()
        else {
          const [own, pinned] = [`${at} ${number}`, happens === 'pin']
          inTab(tabs[at], () => memory.pin(own, pinned))
          pinned ? wanted[at].add(own) : wanted[at].delete(own)
        }
        // What an agent did in a tab is never undone before their eyes.
        const shown = memory.getState().pins.filter((pin) => pin.startsWith(`${at} `))
        expect(new Set(shown)).toEqual(wanted[at])
      }
      settle()
      const { pins } = tabs.one.memory.getState()
      expect(new Set(pins)).toEqual(new Set([...wanted.one, ...wanted.other]))
      expect(tabs.other.memory.getState().pins).toEqual(pins)
      expect(browser.stored.get(KEY) ?? '"pins":[]').toContain(`"pins":${JSON.stringify(pins)}`)
    })
    fc.assert(property, { numRuns: 300 })
  })
})
