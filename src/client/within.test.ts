import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isTimeout, within } from './within.ts'

const forever = () => new Promise<never>(() => {})

/** The signal that something ran with, and what came of it. */
function start(
  signal?: AbortSignal,
  run: (bound: AbortSignal) => Promise<string> = forever,
): { bound: AbortSignal | undefined; result: Promise<unknown> } {
  const seen: AbortSignal[] = []
  const result = within(1000, signal, (bound) => {
    seen.push(bound)
    return run(bound)
  }).catch((error: unknown) => ({ thrown: error }))
  return { bound: seen[0], result }
}

describe('within', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('returns what was run, with or without a promise', async () => {
    expect(await within(1000, undefined, () => 'now')).toBe('now')
    expect(await within(1000, undefined, async () => 'soon')).toBe('soon')
  })

  it('throws what was run, at once or later', async () => {
    const broken = new Error('broken')
    const atOnce = () => {
      throw broken
    }
    await expect(within(1000, undefined, atOnce)).rejects.toBe(broken)
    await expect(within(1000, undefined, () => Promise.reject(broken))).rejects.toBe(broken)
  })

  it('throws a TimeoutError when the time is over, even if its signal is ignored', async () => {
    const { bound, result } = start()
    vi.advanceTimersByTime(999)
    expect(bound?.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(bound?.aborted).toBe(true)
    expect(await result).toMatchObject({
      thrown: { name: 'TimeoutError', message: 'It took longer than 1000 ms.' },
    })
  })

  it('waits for longer than a timer can count', async () => {
    const result = within(Number.MAX_SAFE_INTEGER, undefined, async () => {
      await vi.advanceTimersByTimeAsync(60_000)
      return 'done'
    })
    expect(await result).toBe('done')
  })

  it('throws the reason when it is aborted, even if its signal is ignored', async () => {
    const abort = new AbortController()
    const { bound, result } = start(abort.signal)
    expect(bound?.aborted).toBe(false)
    abort.abort('enough')
    expect(bound).toMatchObject({ aborted: true, reason: 'enough' })
    expect(await result).toEqual({ thrown: 'enough' })
  })

  it('runs nothing when it was aborted before', async () => {
    const run = vi.fn()
    await expect(within(1000, AbortSignal.abort('before'), run)).rejects.toBe('before')
    expect(run).not.toHaveBeenCalled()
  })

  it('throws the reason of its end, and not what the run makes of it', async () => {
    const abort = new AbortController()
    const endsWithItsSignal = (bound: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        bound.addEventListener('abort', () => reject(new Error('canceled')))
      })
    const aborted = start(abort.signal, endsWithItsSignal)
    abort.abort('enough')
    expect(await aborted.result).toEqual({ thrown: 'enough' })

    const late = start(undefined, endsWithItsSignal)
    vi.advanceTimersByTime(1000)
    expect(await late.result).toMatchObject({ thrown: { name: 'TimeoutError' } })
  })

  it('throws the reason when the run aborts it and breaks', async () => {
    const abort = new AbortController()
    const run = () => {
      abort.abort('enough')
      throw new Error('broken')
    }
    await expect(within(1000, abort.signal, run)).rejects.toBe('enough')
  })

  it.each([
    ['a result', async () => 'done', () => {}],
    ['an error', () => Promise.reject(new Error('broken')), () => {}],
    ['its time', forever, () => vi.advanceTimersByTime(1000)],
    ['an abort', forever, (abort: AbortController) => abort.abort()],
  ])('leaves no timer and no listener behind after %s', async (_end, run, end) => {
    const abort = new AbortController()
    const added = vi.spyOn(abort.signal, 'addEventListener')
    const removed = vi.spyOn(abort.signal, 'removeEventListener')
    const { result } = start(abort.signal, run)
    expect(vi.getTimerCount()).toBe(1)
    end(abort)
    await result
    expect(vi.getTimerCount()).toBe(0)
    expect(added).toHaveBeenCalledOnce()
    expect(removed.mock.calls).toEqual(added.mock.calls)
  })

  it('leaves no rejection unhandled when the run breaks after the end', async () => {
    vi.useRealTimers()
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const abort = new AbortController()
    const { result } = start(abort.signal, async () => {
      await new Promise(setImmediate)
      throw new Error('too late')
    })
    abort.abort('enough')
    expect(await result).toEqual({ thrown: 'enough' })
    // Node tells of a rejection after the turn in which it happened.
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('needs nothing that the oldest supported browsers lack', async () => {
    const newer = [
      [AbortSignal, 'any'],
      [AbortSignal, 'timeout'],
      [AbortSignal.prototype, 'reason'],
      [AbortSignal.prototype, 'throwIfAborted'],
    ] as const
    const restore = newer.map(([owner, name]) => {
      const property = Object.getOwnPropertyDescriptor(owner, name) ?? {}
      Reflect.deleteProperty(owner, name)
      return () => Object.defineProperty(owner, name, property)
    })
    try {
      expect(await within(1000, new AbortController().signal, () => 'done')).toBe('done')

      const late = start()
      vi.advanceTimersByTime(1000)
      expect(await late.result).toMatchObject({ thrown: { name: 'TimeoutError' } })

      const abort = new AbortController()
      const aborted = start(abort.signal)
      abort.abort()
      expect(await aborted.result).toMatchObject({ thrown: { name: 'AbortError' } })
      expect(await start(abort.signal).result).toMatchObject({ thrown: { name: 'AbortError' } })
    } finally {
      for (const again of restore) again()
    }
  })
})

describe('isTimeout', () => {
  it('knows a TimeoutError from other errors', () => {
    expect(isTimeout(new DOMException('', 'TimeoutError'))).toBe(true)
    expect(isTimeout(new DOMException('', 'AbortError'))).toBe(false)
    expect(isTimeout(Object.assign(new Error(), { name: 'TimeoutError' }))).toBe(false)
    expect(isTimeout(undefined)).toBe(false)
  })
})
