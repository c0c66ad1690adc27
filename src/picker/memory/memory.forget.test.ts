import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from './browser.testing.ts'
import { createMemory } from './memory.ts'

const KEY = 'outbound-number-picker:1:ccc-test:agent@ccc-test'
const DAY = 24 * 60 * 60 * 1000
const START = Date.parse('2026-11-23T00:00:00Z')
let time = START
let browser = openBrowser()

beforeEach(() => {
  time = START
  browser = openBrowser()
})
afterEach(() => vi.unstubAllGlobals())

/** A memory in a tab without locks, where changes are written at once. */
function openMemory() {
  browser.openTab({ locks: 'missing' })
  return createMemory(KEY, () => time)
}

describe('time', () => {
  it('forgets after ninety days, also on a page that stays open', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    time = START + 90 * DAY - 1
    expect(await memory.recall('13888888888')).toBe('01089898989')
    time = START + 90 * DAY
    expect(await memory.recall('13888888888')).toBeNull()
    await memory.remember('13999999999', '01089898989')
    expect(memory.getState().lastCallers).toHaveLength(1)
  })

  it('forgets what it remembered while the clock was ahead', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    time = START - 1
    expect(await memory.recall('13888888888')).toBeNull()
  })
})

describe('switching off', () => {
  it('forgets at once, pins aside, and remembers nothing until it is on again', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    memory.keepSkillGroups(['a'])
    memory.pin('4001234567', true)
    memory.enable(false)
    const off = { enabled: false, lastCallers: [], skillGroupIds: null, pins: ['4001234567'] }
    expect(memory.getState()).toMatchObject(off)
    await memory.remember('13888888888', '01089898989')
    memory.keepSkillGroups(['a'])
    expect(openMemory().getState()).toMatchObject(off)
    memory.enable(true)
    expect(await memory.recall('13888888888')).toBeNull()
    expect(openMemory().getState()).toMatchObject({ ...off, enabled: true })
  })

  it('recalls nobody, even if storage still holds somebody', async () => {
    await openMemory().remember('13888888888', '01089898989')
    const text = browser.stored.get(KEY) ?? ''
    browser.stored.set(KEY, text.replace('"enabled":true', '"enabled":false'))
    expect(await openMemory().recall('13888888888')).toBeNull()
  })

  it('costs no hashing', async () => {
    const memory = openMemory()
    const hash = vi.spyOn(crypto.subtle, 'deriveBits')
    await memory.recall('13888888888')
    memory.enable(false)
    await memory.remember('13888888888', '01089898989')
    expect(hash).not.toHaveBeenCalled()
    hash.mockRestore()
  })

  it('is the switch that forgets: switching on what is on does not', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    memory.enable(true)
    expect(await memory.recall('13888888888')).toBe('01089898989')
  })

  it.each([
    ['off', [false]],
    ['off and on again', [false, true]],
  ])('forgets a customer who is still being hashed: %s', async (_, switches) => {
    const memory = openMemory()
    const remembering = memory.remember('13888888888', '01089898989')
    for (const enabled of switches) memory.enable(enabled)
    await remembering
    expect(openMemory().getState().lastCallers).toEqual([])
  })

  it('forgets a customer who is still being recalled', async () => {
    const memory = openMemory()
    await memory.remember('13888888888', '01089898989')
    const recalling = memory.recall('13888888888')
    memory.enable(false)
    expect(await recalling).toBeNull()
  })
})
