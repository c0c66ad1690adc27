import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.testing.ts'
import { createMemory } from './memory.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'
const NUMBER = '4001234567'
let browser = openBrowser()

beforeEach(() => {
  browser = openBrowser()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The pins in storage, as text. */
const storedPins = () => /"pins":(.*)}/.exec(browser.stored.get(KEY) ?? '')?.[1]

describe('a change', () => {
  it('shows at once, and is stored when the tab gets the lock, which is named like the key', () => {
    browser.openTab()
    const memory = createMemory(KEY)
    const listener = vi.fn()
    memory.subscribe(listener)
    memory.pin(NUMBER, true)
    expect(memory.getState().pins).toEqual([NUMBER])
    expect(browser.stored.has(KEY)).toBe(false)
    expect(browser.giveLock()).toBe(KEY)
    expect(storedPins()).toBe(`["${NUMBER}"]`)
    expect(listener).toHaveBeenCalledOnce()
  })

  it('keeps the lock until other processes have seen what was stored', async () => {
    vi.useFakeTimers()
    browser.openTab()
    createMemory(KEY).pin(NUMBER, true)
    browser.giveLock()
    const back = vi.fn()
    void Promise.resolve(browser.held[0]).then(back)
    await vi.advanceTimersByTimeAsync(249)
    expect(back).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(back).toHaveBeenCalled()
  })

  it.each(['missing', 'refused'] as const)(
    'is stored without a lock where it is %s',
    async (locks) => {
      browser.openTab({ locks })
      createMemory(KEY).pin(NUMBER, true)
      await vi.waitFor(() => expect(storedPins()).toBe(`["${NUMBER}"]`))
    },
  )

  it('that still waits for its lock is stored when the page closes', () => {
    const tab = browser.openTab()
    const memory = createMemory(KEY)
    memory.subscribe(vi.fn())
    memory.enable(false)
    tab.close()
    expect(browser.stored.get(KEY)).toContain('"enabled":false')
  })

  it('is the only reason to store anything', () => {
    const tab = browser.openTab()
    createMemory(KEY).subscribe(vi.fn())
    tab.close()
    expect(browser.accesses).not.toContain('write')
  })

  it('is stored once: what another tab does later is not undone', () => {
    const tab = browser.openTab()
    const memory = createMemory(KEY)
    memory.subscribe(vi.fn())
    memory.pin(NUMBER, true)
    memory.pin('1', true)
    browser.giveLock()
    browser.stored.set(KEY, JSON.stringify({ salt: 's', pins: ['1'] }))
    browser.giveLock()
    tab.close()
    expect(storedPins()).toBe('["1"]')
  })
})
