import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ProxyEvent } from '../event.ts'
import { createCallBudget, createLimits, type LimitsOptions } from './limits.ts'
import { connectRedis } from './redis.ts'

function limits(options: LimitsOptions) {
  const events: ProxyEvent[] = []
  const count = createLimits('ccc-test', { ...options, observe: (event) => events.push(event) })
  const take = (agent: string, action = 'PickOutboundNumbers') => count(agent, action)
  return { take, events }
}

const tooMany = (limit: number) =>
  expect.objectContaining({
    code: 'Throttling.User',
    httpStatus: 429,
    headers: {
      'RateLimit-Limit': String(limit),
      'RateLimit-Remaining': '0',
      'RateLimit-Reset': expect.stringMatching(/^[1-9]\d?$/),
      'Retry-After': expect.stringMatching(/^[1-9]\d?$/),
    },
  })

describe('createLimits', () => {
  it('lets each agent call so often in a window, whatever others do', async () => {
    const { take, events } = limits({ perAgent: 2, perInstance: 0 })
    await take('agent@ccc-test')
    await take('agent@ccc-test')
    await expect(take('agent@ccc-test')).rejects.toEqual(tooMany(2))
    await take('other@ccc-test')
    expect(events.map((event) => event.type === 'limit' && event.allowed)).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it('lets all agents together call so often, the unknown among them', async () => {
    const { take } = limits({ perAgent: 10, perInstance: 3 })
    for (const agent of ['a', 'b', '']) await take(agent)
    await expect(take('c')).rejects.toEqual(tooMany(3))
    await expect(take('')).rejects.toEqual(tooMany(3))
  })

  it('does not charge the instance for what an agent was refused', async () => {
    const { take } = limits({ perAgent: 1, perInstance: 2 })
    await take('a')
    await expect(take('a')).rejects.toEqual(tooMany(1))
    await take('b')
  })

  it('tells what is left of the tighter one', async () => {
    const { take } = limits({ perAgent: 10, perInstance: 5 })
    expect(await take('a')).toMatchObject({ 'RateLimit-Limit': '5', 'RateLimit-Remaining': '4' })
    expect(await limits({ perAgent: 3 }).take('a')).toMatchObject({
      'RateLimit-Limit': '3',
      'RateLimit-Remaining': '2',
      'RateLimit-Reset': '60',
    })
  })

  it('lets each agent call one action so often, within the limit of all actions', async () => {
    const { take, events } = limits({ perAgent: 4, perInstance: 0, perAction: { MakeCall: 2 } })
    expect(await take('a', 'MakeCall')).toMatchObject({ 'RateLimit-Limit': '2' })
    await take('a', 'MakeCall')
    await expect(take('a', 'MakeCall')).rejects.toEqual(tooMany(2))
    await take('b', 'MakeCall')
    expect(await take('a')).toMatchObject({ 'RateLimit-Limit': '4', 'RateLimit-Remaining': '0' })
    expect(events).toContainEqual({ type: 'limit', scope: 'action', allowed: false })
  })

  it('limits nothing where both are 0', async () => {
    const { take, events } = limits({ perAgent: 0, perInstance: 0 })
    expect(await take('a')).toEqual({})
    expect(events).toEqual([])
  })

  it('counts alone, at once, while Redis is not there', async () => {
    const redis = await connectRedis('redis://127.0.0.1:1')
    try {
      const { take, events } = limits({ redis, perAgent: 1, perInstance: 0 })
      await take('a')
      await expect(take('a')).rejects.toEqual(tooMany(1))
      expect(events.filter(({ type }) => type === 'unsharedLimit')).toHaveLength(2)
    } finally {
      redis.disconnect()
    }
  })
})

describe('createCallBudget', () => {
  it('lets so many calls pass in a second, and the next ones after it', async () => {
    vi.useFakeTimers({ now: 0 })
    onTestFinished(() => void vi.useRealTimers())
    const take = createCallBudget('ccc-test', { perSecond: 2 })
    expect([await take(), await take(), await take()]).toEqual([true, true, false])
    vi.advanceTimersByTime(1000)
    expect(await take()).toBe(true)
  })

  it('lets all pass if there is no limit', async () => {
    const take = createCallBudget('ccc-test', { perSecond: 0 })
    for (let call = 0; call < 100; call++) expect(await take()).toBe(true)
  })

  it('counts alone while there is no Redis', async () => {
    const redis = await connectRedis('redis://127.0.0.1:1')
    onTestFinished(() => redis.disconnect())
    const take = createCallBudget('ccc-test', { perSecond: 1, redis })
    expect([await take(), await take()]).toEqual([true, false])
  })
})
