import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.testing.ts'
import { createMemory, memoryOf } from './memory.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'
const NUMBER = '4001234567'
let browser = openBrowser()

beforeEach(() => {
  browser = openBrowser()
})
afterEach(() => vi.unstubAllGlobals())

describe('a memory that nobody uses', () => {
  it('neither reads storage nor listens', () => {
    const tab = browser.openTab()
    memoryOf('ccc-test', 'unused@ccc-test')
    expect(browser.accesses).toEqual([])
    expect(tab.listensTo('storage') || tab.listensTo('pagehide')).toBe(false)
  })

  it('listens from its first subscriber to its last', () => {
    const tab = browser.openTab()
    const memory = createMemory(KEY)
    const [one, other] = [memory.subscribe(vi.fn()), memory.subscribe(vi.fn())]
    one()
    one()
    expect(tab.listensTo('storage')).toBe(true)
    other()
    expect(tab.listensTo('storage') || tab.listensTo('pagehide')).toBe(false)
    memory.subscribe(vi.fn())
    expect(tab.listensTo('storage')).toBe(true)
  })

  it('learns with its first subscriber what other tabs changed before', () => {
    browser.openTab()
    const memory = createMemory(KEY)
    memory.getState()
    browser.stored.set(KEY, JSON.stringify({ salt: 's', pins: [NUMBER] }))
    const listener = vi.fn()
    memory.subscribe(listener)
    expect(listener).toHaveBeenCalledOnce()
    expect(memory.getState().pins).toEqual([NUMBER])
  })
})

describe('on a server', () => {
  it('nothing fails, and nothing is remembered for the next page', async () => {
    const memory = memoryOf('ccc-test', 'agent@ccc-test')
    expect(memory.getState()).toMatchObject({ enabled: true, lastCallers: [], pins: [] })
    memory.subscribe(vi.fn())()
    memory.pin(NUMBER, true)
    await memory.remember('13888888888', '01089898989')
    const next = memoryOf('ccc-test', 'agent@ccc-test')
    expect(next.getState().pins).toEqual([])
    expect(await next.recall('13888888888')).toBeNull()
  })

  it('a storage that belongs to the server is left alone', () => {
    const getItem = vi.fn()
    vi.stubGlobal('localStorage', { getItem, setItem: getItem })
    createMemory(KEY).pin(NUMBER, true)
    expect(getItem).not.toHaveBeenCalled()
  })
})

describe('with storage', () => {
  it.each(['blocked', 'full'] as const)(
    '%s, all is remembered until the page ends',
    async (storage) => {
      browser.openTab({ storage, locks: 'missing' })
      const memory = createMemory(KEY)
      await memory.remember('13888888888', '01089898989')
      memory.pin('1', true)
      memory.pin(NUMBER, true)
      expect(memory.getState().pins).toEqual(['1', NUMBER])
      expect(await memory.recall('13888888888')).toBe('01089898989')
      expect(createMemory(KEY).getState()).toMatchObject({ lastCallers: [], pins: [] })
    },
  )

  it('corrupted, it begins anew', () => {
    browser.stored.set(KEY, '{"salt":7,')
    browser.openTab({ locks: 'missing' })
    createMemory(KEY).pin(NUMBER, true)
    expect(browser.stored.get(KEY)).toContain(`"pins":["${NUMBER}"]`)
  })
})
