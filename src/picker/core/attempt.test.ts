import { describe, expect, it, vi } from 'vitest'
import { attemptTo, draft } from './attempt.testing.ts'
import type { AttemptTerms, DialState } from './attempt.ts'
import { settled } from './clock.testing.ts'
import type { DialGuardContext, DialVerdict } from './guard.ts'
import { later } from './picker.testing.ts'

describe('an attempt without a guard', () => {
  it('calls at once, and is done when the host is', async () => {
    const { promise, resolve } = later<void>()
    const onDial = vi.fn(() => promise)
    const { attempt, statuses } = attemptTo({ onDial })
    attempt.start()
    expect(onDial).toHaveBeenCalledExactlyOnceWith(draft)
    await settled()
    expect(statuses()).toBe('calling')
    resolve()
    await settled()
    expect(statuses()).toBe('calling done')
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('busy')
      },
      'busy',
    ],
    ['rejects', () => Promise.reject(new Error('busy')), 'busy'],
    ['rejects with words', () => Promise.reject('busy'), 'busy'],
    ['rejects with nothing', () => Promise.reject(), ''],
  ])('fails if the host %s', async (_how, onDial, reason) => {
    const { attempt, states } = attemptTo({ onDial })
    attempt.start()
    await settled()
    expect(states.at(-1)).toEqual({ status: 'failed', draft, reason })
  })

  it('does not call if it does not stand any more, and shows nothing', async () => {
    const { attempt, statuses, onDial } = attemptTo({ stands: () => false })
    attempt.start()
    await settled()
    expect(statuses()).toBe('calling idle')
    expect(onDial).not.toHaveBeenCalled()
  })

  it('does not call if whoever sees that it is about to call takes it back', async () => {
    const become = vi.fn((state: DialState) => {
      if (state.status === 'calling') attempt.end()
    })
    const { attempt, onDial } = attemptTo({ become })
    attempt.start()
    await settled()
    expect(onDial).not.toHaveBeenCalled()
    expect(become).toHaveBeenLastCalledWith({ status: 'idle' })
  })
})

describe('an attempt with a guard', () => {
  it.each([undefined, true, null])('calls if the guard answers %s', async (verdict) => {
    // TypeScript knows no null here, but a page's script may.
    const guard = () => verdict as undefined
    const { attempt, statuses, onDial } = attemptTo({ guard })
    attempt.start()
    await settled()
    expect(statuses()).toBe('checking calling done')
    expect(onDial).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['answers false', () => false, ''],
    ['refuses', () => ({ refuse: 'Asleep.' }), 'Asleep.'],
    [
      'throws',
      () => {
        throw new Error('broken')
      },
      'broken',
    ],
    ['rejects', () => Promise.reject(new Error('broken')), 'broken'],
    [
      'answers nonsense',
      () => 42,
      'beforeDial answered 42. Answer true, false, { warn } or { refuse }.',
    ],
    ['answers half', () => ({ warn: 1 }), expect.stringContaining('{"warn":1}')],
    ['answers something without words', () => 1n, expect.stringContaining('BigInt')],
  ])('refuses if the guard %s', async (_how, guard, reason) => {
    const { attempt, states, onDial } = attemptTo({ guard: guard as AttemptTerms['guard'] })
    attempt.start()
    await settled()
    expect(states.at(-1)).toEqual({ status: 'refused', draft, reason })
    expect(onDial).not.toHaveBeenCalled()
  })

  it.each(['Late.', ''])('warns if the guard does, also without words: “%s”', async (warn) => {
    const { attempt, states, onDial } = attemptTo({ guard: () => ({ warn }) })
    attempt.start()
    await settled()
    expect(states.at(-1)).toEqual({ status: 'warned', draft, reason: warn, ready: false })
    expect(onDial).not.toHaveBeenCalled()
  })

  it('gives it the draft, the language and a signal', () => {
    const guard = vi.fn(() => true)
    const { attempt } = attemptTo({ guard, context: { locale: 'en-US', ownCalls: [5] } })
    attempt.start()
    expect(guard).toHaveBeenCalledExactlyOnceWith(draft, {
      locale: 'en-US',
      ownCalls: [5],
      signal: expect.any(AbortSignal),
    })
  })

  it('does not ask it if whoever sees the check takes it back', () => {
    const guard = vi.fn(() => true)
    const become = () => attempt.end()
    const { attempt } = attemptTo({ guard, become })
    attempt.start()
    expect(guard).not.toHaveBeenCalled()
  })
})

describe('a slow guard', () => {
  function slow(some: Partial<AttemptTerms> = {}) {
    const { promise, resolve, reject } = later<DialVerdict>()
    const guard = vi.fn((_draft: unknown, _context: DialGuardContext) => promise)
    const parts = attemptTo({ guard, ...some })
    parts.attempt.start()
    const signal = () => guard.mock.calls[0]?.[1].signal.aborted
    return { ...parts, resolve, reject, signal }
  }

  it('is given up when its time is over: it is told, and its answer is not heard', async () => {
    const { clock, statuses, signal, resolve, onDial } = slow()
    await clock.pass(4999)
    expect(statuses()).toBe('checking')
    await clock.pass(1)
    expect(statuses()).toBe('checking unchecked')
    expect(signal()).toBe(true)
    resolve(true)
    await settled()
    expect(statuses()).toBe('checking unchecked')
    expect(onDial).not.toHaveBeenCalled()
  })

  it('has as much time as the host gives it, and none is counted once it answered', async () => {
    const { clock, statuses, resolve } = slow({ guardTimeout: 100, onDial: () => later().promise })
    await clock.pass(99)
    resolve(true)
    await clock.pass(1000)
    expect(statuses()).toBe('checking calling')
  })

  it('is not given up any more once it warned or refused', async () => {
    for (const verdict of [{ warn: 'Late.' }, { refuse: 'No.' }]) {
      const { clock, statuses, resolve } = slow()
      resolve(verdict)
      await clock.pass(10_000)
      expect(statuses()).toMatch(/^checking (warned|refused)$/)
    }
  })

  it('is told when the attempt is taken back, and neither its answer nor its error is heard', async () => {
    for (const answer of ['resolve', 'reject'] as const) {
      const { attempt, clock, statuses, signal, [answer]: settle } = slow()
      attempt.end()
      expect(signal()).toBe(true)
      settle(true)
      await clock.pass(10_000)
      expect(statuses()).toBe('checking')
    }
  })
})
