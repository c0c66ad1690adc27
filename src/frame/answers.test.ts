import { describe, expect, it, vi } from 'vitest'
import type { DialGuard } from '../picker/index.ts'
import { createAnswers } from './answers.ts'
import type { FrameQuestion, PageAnswer } from './messages.ts'

const draft = { callee: '13888888888', caller: '01089898989', skillGroupIds: [], requestId: 'R' }
const dial: FrameQuestion = { type: 'dial', id: 1, draft }
const check: FrameQuestion = { type: 'check', id: 1, draft, locale: 'en-US' }

/** A page with this guard, and what it posts to the frame, as a window would send it. */
function page(beforeDial?: DialGuard, onDial: () => unknown = () => {}) {
  const posted: PageAnswer[] = []
  const answers = createAnswers(onDial, beforeDial, (answer) => {
    posted.push(structuredClone(answer))
  })
  return { answers, posted }
}

/** A guard that decides when it is told to, and everything it was asked. */
function undecided() {
  const asked: AbortSignal[] = []
  let decide: (verdict: { refuse: string }) => void = () => {}
  const guard: DialGuard = (_draft, { signal }) => {
    asked.push(signal)
    return new Promise((settle) => {
      decide = settle
    })
  }
  return { guard, asked, decide: () => decide({ refuse: 'Too late.' }) }
}

/** Until all that can happen by itself has happened. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('a call', () => {
  it('is made with the draft, and is answered once the page has made it', async () => {
    let made = () => {}
    const onDial = vi.fn(
      () =>
        new Promise<void>((settle) => {
          made = settle
        }),
    )
    const { answers, posted } = page(undefined, onDial)
    answers.answer(dial)
    expect(onDial.mock.calls).toEqual([[draft]])
    await settled()
    expect(posted).toEqual([])
    made()
    await settled()
    expect(posted).toEqual([{ type: 'answer', id: 1 }])
  })

  it('sends nothing of what the page made it with', async () => {
    const { answers, posted } = page(undefined, async () => ({ hangUp: () => {} }))
    answers.answer(dial)
    await settled()
    expect(posted).toEqual([{ type: 'answer', id: 1 }])
  })

  it.each([
    ['an error', new Error('The line is dead.'), 'The line is dead.'],
    ['words', 'The line is dead.', 'The line is dead.'],
    ['what has no words', { errorCode: 7 }, ''],
  ])('that fails with %s is answered with its reason', async (_what, thrown, error) => {
    const { answers, posted } = page(undefined, () => Promise.reject(thrown))
    answers.answer(dial)
    await settled()
    expect(posted).toEqual([{ type: 'answer', id: 1, error }])
  })

  it('is answered even after all checks are over', async () => {
    const { answers, posted } = page()
    answers.answer(dial)
    answers.uncheck()
    await settled()
    expect(posted).toHaveLength(1)
  })
})

describe('a check', () => {
  it('gives the guard the draft, a signal and the language of the agent', async () => {
    const guard = vi.fn<DialGuard>(() => ({ warn: 'Called today already.' }))
    const { answers, posted } = page(guard)
    answers.answer(check)
    await settled()
    expect(guard.mock.calls).toEqual([
      [draft, { signal: expect.any(AbortSignal), locale: 'en-US' }],
    ])
    expect(posted).toEqual([{ type: 'answer', id: 1, verdict: { warn: 'Called today already.' } }])
  })

  it('that fails is answered with its reason', async () => {
    const { answers, posted } = page(() => {
      throw new Error('The records are closed.')
    })
    answers.answer(check)
    await settled()
    expect(posted).toEqual([{ type: 'answer', id: 1, error: 'The records are closed.' }])
  })

  it('whose verdict cannot be sent fails, and allows nothing', async () => {
    const { answers, posted } = page(() => ({ warn: 'Wait.', again: () => {} }))
    answers.answer(check)
    await settled()
    expect(posted).toEqual([{ type: 'answer', id: 1, error: expect.stringContaining('cloned') }])
  })

  it('that is over for the frame aborts its signal, and posts no verdict', async () => {
    const { guard, asked, decide } = undecided()
    const { answers, posted } = page(guard)
    answers.answer(check)
    expect(asked[0]?.aborted).toBe(false)
    answers.uncheck(1)
    expect(asked[0]?.aborted).toBe(true)
    decide()
    await settled()
    expect(posted).toEqual([])
  })

  it('that is over posts no failure either', async () => {
    const { answers, posted } = page(
      (_draft, { signal }) =>
        new Promise((_settle, fail) => {
          signal.addEventListener('abort', () => fail(new Error('Aborted.')))
        }),
    )
    answers.answer(check)
    answers.uncheck(1)
    await settled()
    expect(posted).toEqual([])
  })

  it('is not over when another is', async () => {
    const { guard, asked } = undecided()
    const { answers } = page(guard)
    answers.answer(check)
    answers.answer({ ...check, id: 2 })
    answers.uncheck(1)
    answers.uncheck(3)
    expect(asked.map(({ aborted }) => aborted)).toEqual([true, false])
    answers.uncheck()
    expect(asked.map(({ aborted }) => aborted)).toEqual([true, true])
  })

  it('that has its verdict is left alone', async () => {
    const signals: AbortSignal[] = []
    const { answers } = page((_draft, { signal }) => {
      signals.push(signal)
      return true
    })
    answers.answer(check)
    await settled()
    answers.uncheck(1)
    answers.uncheck()
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })
})
