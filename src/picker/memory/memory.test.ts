import { beforeEach, describe, expect, it } from 'vitest'
import { customerKey } from './customerKey.ts'
import {
  enableMemory,
  type Memory,
  memoryOf,
  recallCaller,
  rememberCaller,
  togglePin,
} from './memory.ts'
import { readRemembered } from './readRemembered.ts'

const DAY = 24 * 60 * 60 * 1000
let memory: Memory
let agents = 0

beforeEach(() => {
  memory = memoryOf('ccc-test', `agent-${++agents}@ccc-test`)
})

describe('the memory of an agent', () => {
  it('recalls the caller that a customer saw last, and nobody else’s', async () => {
    await rememberCaller(memory, '13888888888', '01089898989')
    await rememberCaller(memory, '13888888888', '02188888888')
    expect(await recallCaller(memory, '13888888888')).toBe('02188888888')
    expect(await recallCaller(memory, '13999999999')).toBeNull()
    expect(memory.getState().lastCallers).toHaveLength(1)
  })

  it('forgets after ninety days', async () => {
    const now = Date.parse('2026-11-23T00:00:00Z')
    await rememberCaller(memory, '13888888888', '01089898989', now)
    expect(await recallCaller(memory, '13888888888', now + 89 * DAY)).toBe('01089898989')
    expect(await recallCaller(memory, '13888888888', now + 91 * DAY)).toBeNull()
    await rememberCaller(memory, '13999999999', '01089898989', now + 91 * DAY)
    expect(memory.getState().lastCallers).toHaveLength(1)
  })

  it('keeps five hundred customers, the newest', async () => {
    const old = Array.from({ length: 500 }).map((_, index) => ({
      customer: `${index}`,
      caller: '01089898989',
      at: Date.now(),
    }))
    memory.setState({ lastCallers: old })
    await rememberCaller(memory, '13888888888', '02188888888')
    const { lastCallers } = memory.getState()
    expect(lastCallers).toHaveLength(500)
    expect(lastCallers[0]?.caller).toBe('02188888888')
    expect(lastCallers.at(-1)?.customer).toBe('498')
  })

  it('is one for all pickers of an agent, and another for another agent', () => {
    expect(memoryOf('ccc-test', `agent-${agents}@ccc-test`)).toBe(memory)
    expect(memoryOf('ccc-other', `agent-${agents}@ccc-test`)).not.toBe(memory)
  })

  it('forgets at once when it is switched off, pins aside', async () => {
    await rememberCaller(memory, '13888888888', '01089898989')
    togglePin(memory, '4001234567')
    enableMemory(memory, false)
    expect(memory.getState()).toMatchObject({ lastCallers: [], pins: ['4001234567'] })
    await rememberCaller(memory, '13888888888', '01089898989')
    expect(memory.getState().lastCallers).toEqual([])
  })

  it('pins and unpins', () => {
    togglePin(memory, '1')
    togglePin(memory, '2')
    togglePin(memory, '1')
    expect(memory.getState().pins).toEqual(['2'])
  })
})

describe('customerKey', () => {
  it('differs with the salt, and never holds the number', async () => {
    const [one, other] = [
      await customerKey('13888888888', 'a'),
      await customerKey('13888888888', 'b'),
    ]
    expect(one).toMatch(/^\d+(?:\.\d+){15}$/)
    expect(one).not.toBe(other)
  })
})

describe('what storage holds', () => {
  const good = { salt: 's', enabled: true, lastCallers: [], skillGroupIds: null, pins: [] }

  it('is taken as it was put there', () => {
    const full = {
      ...good,
      lastCallers: [{ customer: 'c', caller: '1', at: 1 }],
      skillGroupIds: ['a'],
      pins: ['1'],
    }
    expect(readRemembered(full)).toEqual(full)
  })

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { ...good, salt: '' },
    { ...good, enabled: 'yes' },
    { ...good, lastCallers: [{}] },
    { ...good, lastCallers: {} },
    { ...good, skillGroupIds: [7] },
    { ...good, pins: [null] },
  ])('is forgotten where it is something else: %j', (value) => {
    expect(readRemembered(value)).toBeNull()
  })
})
