import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.testing.ts'
import { createMemory, memoryOf } from './memory.ts'
import type { Remembered } from './readRemembered.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'
const NOW = Date.parse('2026-11-23T00:00:00Z')
let browser = openBrowser()

beforeEach(() => {
  browser = openBrowser()
})
afterEach(() => vi.unstubAllGlobals())

const store = (part: Partial<Remembered>) =>
  browser.stored.set(KEY, JSON.stringify({ salt: 's', ...part }))

/** A memory in a tab without locks, where changes are written at once. */
function openMemory() {
  browser.openTab({ locks: 'missing' })
  return createMemory(KEY, () => NOW)
}

describe('the memory of an agent', () => {
  it('recalls the caller that a customer saw last, and nobody else’s', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    await memory.remember('13888888888', '02188888888')
    expect(await memory.recall('13888888888')).toBe('02188888888')
    expect(await memory.recall('13999999999')).toBeNull()
    expect(memory.getState().lastCallers).toHaveLength(1)
  })

  it('is still there on the next page, without any customer’s number', async () => {
    const before = openMemory()
    await before.remember('13888888888', '01089898989')
    before.pin('4001234567', true)
    before.keepSkillGroups(['a'])
    const after = openMemory()
    expect(await after.recall('13888888888')).toBe('01089898989')
    expect(after.getState()).toEqual(before.getState())
    expect(after.getState()).toMatchObject({ pins: ['4001234567'], skillGroupIds: ['a'] })
    expect(browser.stored.get(KEY)).not.toContain('13888888888')
  })

  it('keeps five hundred customers, the newest', async () => {
    const old = (index: number) => ({ customer: `${index}`, caller: '1', at: NOW - index })
    store({ lastCallers: Array.from({ length: 500 }, (_, index) => old(index)) })
    const memory = openMemory()
    await memory.remember('13888888888', '02188888888')
    const { lastCallers } = memory.getState()
    expect(lastCallers).toHaveLength(500)
    expect(lastCallers[0]?.caller).toBe('02188888888')
    expect(lastCallers[499]?.customer).toBe('498')
  })

  it('recalls and remembers nothing where hashing fails, and says nothing', async () => {
    store({ lastCallers: [{ customer: 'c', caller: '1', at: NOW }] })
    const memory = openMemory()
    vi.stubGlobal('crypto', undefined)
    expect(await memory.recall('13888888888')).toBeNull()
    await memory.remember('13888888888', '01089898989')
    expect(memory.getState().lastCallers).toHaveLength(1)
  })

  it('pins and unpins, and pinning twice is pinning once', () => {
    const memory = openMemory()
    for (const number of ['1', '1', '2']) memory.pin(number, true)
    expect(memory.getState().pins).toEqual(['1', '2'])
    memory.pin('1', false)
    expect(memory.getState().pins).toEqual(['2'])
  })

  it('is the same object until it changes', () => {
    const memory = openMemory()
    const before = memory.getState()
    expect(memory.getState()).toBe(before)
    memory.pin('1', false)
    expect(memory.getState()).toBe(before)
    memory.pin('1', true)
    expect(memory.getState()).not.toBe(before)
  })

  it('is one for all pickers of an agent, and another for another agent', () => {
    openMemory()
    const memory = memoryOf('ccc-test', 'agent@ccc-test')
    memory.pin('1', true)
    expect([...browser.stored.keys()]).toEqual([KEY])
    expect(memoryOf('ccc-test', 'agent@ccc-test')).toBe(memory)
    expect(memoryOf('ccc-other', 'agent@ccc-test')).not.toBe(memory)
    expect(memoryOf('ccc-test', 'other@ccc-test')).not.toBe(memory)
  })
})
