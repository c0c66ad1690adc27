import { describe, expect, it } from 'vitest'
import { allGuards, callFrequency, callingHours, type DialGuard } from '../picker/index.ts'
import { type Answers, createAnswers } from './answers.ts'
import type { FrameMessage } from './messages.ts'
import { createQuestions } from './questions.ts'

const draft = { callee: '13888888888', caller: '01089898989', skillGroupIds: [], requestId: 'R' }

/** What the frame posts, and the questions in it, counted up from 1. */
function frame() {
  const posted: FrameMessage[] = []
  return { posted, questions: createQuestions((message) => posted.push(message), 0) }
}

describe('the frame asks', () => {
  it('for a call, and waits until it is made', async () => {
    const { posted, questions } = frame()
    const made = questions.dial(draft)
    expect(posted).toEqual([{ type: 'dial', id: 1, draft }])
    questions.answered({ type: 'answer', id: 1 })
    await expect(made).resolves.toBeUndefined()
  })

  it('for a check in the language of the agent, and takes its verdict', async () => {
    const { posted, questions } = frame()
    const { signal } = new AbortController()
    const verdict = questions.check(draft, { signal, locale: 'en-US' })
    expect(posted).toEqual([{ type: 'check', id: 1, draft, locale: 'en-US' }])
    questions.answered({ type: 'answer', id: 1, verdict: { refuse: 'Do not call.' } })
    await expect(verdict).resolves.toEqual({ refuse: 'Do not call.' })
  })

  it('and fails for the reason it is given, even for none', async () => {
    const { questions } = frame()
    const one = questions.dial(draft)
    const other = questions.dial(draft)
    questions.answered({ type: 'answer', id: 1, error: 'The line is dead.' })
    questions.answered({ type: 'answer', id: 2, error: '' })
    await expect(one).rejects.toThrow(new Error('The line is dead.'))
    await expect(other).rejects.toThrow(new Error(''))
  })

  it('with ids that no earlier page of this frame has used', () => {
    const posted: FrameMessage[] = []
    const before = Date.now()
    createQuestions((message) => posted.push(message)).dial(draft)
    expect(posted).toEqual([{ type: 'dial', id: expect.any(Number), draft }])
    expect(posted[0]).toHaveProperty(
      'id',
      expect.toSatisfy((id: number) => id > before),
    )
  })
})

describe('the frame tells the page that a check is over', () => {
  it('when its signal aborts', () => {
    const { posted, questions } = frame()
    const over = new AbortController()
    questions.check(draft, { signal: over.signal, locale: 'zh-CN' })
    over.abort()
    expect(posted.slice(1)).toEqual([{ type: 'uncheck', id: 1 }])
  })

  it('but not after it has heard the verdict', async () => {
    const { posted, questions } = frame()
    const over = new AbortController()
    const verdict = questions.check(draft, { signal: over.signal, locale: 'zh-CN' })
    questions.answered({ type: 'answer', id: 1, verdict: true })
    await expect(verdict).resolves.toBe(true)
    over.abort()
    expect(posted).toHaveLength(1)
  })
})

describe('frame and page together', () => {
  /** A frame in a page with this guard; messages are copied on their way, as between windows. */
  function framed(guard: DialGuard) {
    const questions = createQuestions((message) => arrive(structuredClone(message)))
    const answers: Answers = createAnswers(
      () => {},
      guard,
      (answer) => questions.answered(structuredClone(answer)),
    )
    const arrive = (message: FrameMessage) => {
      if (message.type === 'check') answers.answer(message)
      if (message.type === 'uncheck') answers.uncheck(message.id)
    }
    return questions
  }

  it("ask the picker's own guards, in the agent's language", async () => {
    const guard = allGuards(
      callingHours({ from: '08:00', to: '21:00', now: () => Date.parse('2026-11-23T12:00+08:00') }),
      callFrequency({ countCalls: async () => 3, atLimit: 'warn' }),
    )
    const { signal } = new AbortController()
    const verdict = await framed(guard).check(draft, { signal, locale: 'en-US' })
    expect(verdict).toEqual({ warn: expect.stringContaining('3 times') })
  })

  it('stop what a guard does once the check is over', () => {
    const over = new AbortController()
    const signals: AbortSignal[] = []
    const questions = framed(
      callFrequency({
        countCalls: (_callee, _minutes, signal) => {
          signals.push(signal)
          return new Promise(() => {})
        },
      }),
    )
    questions.check(draft, { signal: over.signal, locale: 'zh-CN' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
    over.abort()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  })
})
