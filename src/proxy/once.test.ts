import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAnswerMemory } from './answerMemory.ts'
import { createProxyHandler } from './handler.ts'
import type { ProxyOptions } from './options.ts'

interface Dial {
  key?: string
  action?: string
  callee?: string
  agent?: string
  signal?: AbortSignal
}

const OK = '{"Code":"OK","RequestId":"r-1","Data":{"ContactId":"job-1"}}'

function proxy(cloud: () => Promise<Response>, options: Partial<ProxyOptions> = {}) {
  const fetch = vi.fn<typeof globalThis.fetch>(cloud)
  const handler = createProxyHandler({
    instanceId: 'ccc-test',
    credentials: async () => ({ accessKeyId: 'i', accessKeySecret: 's' }),
    authenticate: ({ headers }) => ({ userId: headers.get('x-agent') ?? 'agent@ccc-test' }),
    actions: 'workbench',
    fetch,
    ...options,
  })
  const dial = async ({
    key = 'k-1',
    action = 'MakeCall',
    callee = '13888888888',
    agent = 'agent@ccc-test',
    signal = new AbortController().signal,
  }: Dial = {}): Promise<[status: number, body: string]> => {
    const answer = await handler(
      new Request(`https://proxy.example.com/aliyun/ccc/api?action=${action}`, {
        method: 'POST',
        headers: { 'idempotency-key': key, 'x-agent': agent },
        body: new URLSearchParams({ request: JSON.stringify({ callee }) }),
        signal,
      }),
    )
    return [answer.status, await answer.text()]
  }
  return { dial, fetch }
}

const ok = async () => new Response(OK)
const code = ([, body]: readonly [number, string]) => JSON.parse(body).Code

describe('a call with an Idempotency-Key', () => {
  it('dials once, and is answered the same, one after the other and at once', async () => {
    const { dial, fetch } = proxy(ok)
    const first = await dial()
    expect(first).toEqual([200, OK])
    expect(await dial()).toEqual(first)
    expect(await Promise.all([dial({ key: 'k-2' }), dial({ key: 'k-2' })])).toEqual([first, first])
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('dials again with another key, or for another agent', async () => {
    const { dial, fetch } = proxy(ok)
    await dial()
    await dial({ key: 'k-2' })
    await dial({ agent: 'other@ccc-test' })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is refused where the key was used to call somebody else', async () => {
    const { dial, fetch } = proxy(ok)
    await dial()
    const answer = await dial({ callee: '13999999999' })
    expect([answer[0], code(answer)]).toEqual([422, 'IdempotencyKeyReused'])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('does not dial again after a fault that leaves open whether it dialed', async () => {
    const { dial, fetch } = proxy(() => Promise.reject(new Error('reset')))
    const first = await dial()
    expect(code(first)).toBe('CloudUnreachable')
    expect(code(await dial())).toBe('CloudUnreachable')
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['throttled', async () => Response.json({ Code: 'Throttling.User' }, { status: 400 })],
    ['not signed', ok],
  ])('dials when it comes again after it was %s', async (reason, cloud) => {
    let well = false
    const { dial } = proxy(() => (well ? ok() : cloud()), {
      credentials: async () => {
        if (reason === 'not signed' && !well) throw new Error('no key')
        return { accessKeyId: 'i', accessKeySecret: 's' }
      },
    })
    expect((await dial())[0]).toBeGreaterThanOrEqual(400)
    well = true
    expect(await dial()).toEqual([200, OK])
  })

  it('goes on when the browser leaves, which finds the answer when it comes back', async () => {
    let answer = (_: Response) => {}
    const { dial, fetch } = proxy(() => new Promise((resolve) => (answer = resolve)))
    const browser = new AbortController()
    const left = dial({ signal: browser.signal })
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    browser.abort()
    expect(code(await left)).toBe('ConnectionLost')
    const back = dial()
    answer(new Response(OK))
    expect(await back).toEqual([200, OK])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is not made at all once its browser was told that it is too late', async () => {
    let know = () => {}
    const agent = { userId: 'agent@ccc-test' }
    const late = new Promise<typeof agent>((resolve) => {
      know = () => resolve(agent)
    })
    const authenticate = vi.fn().mockReturnValueOnce(late).mockReturnValue(agent)
    const { dial, fetch } = proxy(ok, { timeout: 50, authenticate })
    expect(code(await dial())).toBe('AuthenticationUnavailable')
    know()
    // Takes the same steps after the first one.
    expect(await dial({ key: 'k-2' })).toEqual([200, OK])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is not heeded by a read, which may be repeated anyway', async () => {
    const { dial, fetch } = proxy(ok)
    for (let i = 0; i < 2; i++) await dial({ action: 'GetLoginDetails' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('is refused if the key cannot be one', async () => {
    const { dial, fetch } = proxy(ok)
    expect(code(await dial({ key: 'x'.repeat(201) }))).toBe('BadRequest')
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('createAnswerMemory', () => {
  it('forgets after ten minutes, and the oldest of too many', async () => {
    let now = 0
    const memory = createAnswerMemory('ccc-test', { now: () => now })
    expect(await memory.claim('a', 'note')).toBeNull()
    await memory.settle('a', 'answer')
    now = 10 * 60_000 - 1
    expect(await memory.claim('a', 'note')).toBe('answer')
    now += 1
    expect(await memory.claim('a', 'note')).toBeNull()
    for (let i = 0; i < 10_000; i++) await memory.claim(`k${i}`, 'note')
    expect(await memory.claim('a', 'note')).toBeNull()
  })

  describe('that is shared', () => {
    /** A Redis that is never reached: what it says, one answer for each question, is up to the test. */
    function shared(...answers: readonly unknown[]) {
      const redis = new Redis({ lazyConnect: true })
      onTestFinished(() => redis.disconnect())
      const left = [...answers]
      vi.spyOn(redis, 'sendCommand').mockImplementation(async () => {
        const answer = left.shift()
        if (answer instanceof Error) throw answer
        return answer
      })
      return createAnswerMemory('ccc-test', { redis })
    }

    it('keeps a key that was taken while Redis was down, when Redis is back before the answer', async () => {
      const memory = shared(new Error('down'), 'OK')
      expect(await memory.claim('a', 'note')).toBeNull()
      expect(await memory.claim('a', 'note')).toBe('note')
      await memory.settle('a', 'answer')
      expect(await memory.claim('a', 'note')).toBe('answer')
    })

    it('gives no key away that was given back just between the two questions to Redis', async () => {
      const memory = shared(null, null, 'OK')
      expect(await memory.claim('a', 'note')).toBe('note')
      expect(await memory.claim('a', 'note')).toBeNull()
    })
  })
})
