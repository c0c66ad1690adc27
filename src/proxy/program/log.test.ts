import { describe, expect, it } from 'vitest'
import type { AnswerEvent } from '../event.ts'
import { batched, createLogger, logEvents } from './log.ts'

const answer: AnswerEvent = {
  type: 'answer',
  requestId: 'q-1',
  traceId: '',
  agent: 'agent@ccc-test',
  action: 'PickOutboundNumbers',
  code: 'OK',
  status: 200,
  upstreamRequestId: 'EEEE671A-3E24-4A04-81E6-6C4F5B39DF75',
  attempts: 1,
  milliseconds: 12.345,
}

function logged(level = 'info') {
  const lines: Record<string, unknown>[] = []
  const observe = logEvents(createLogger(level, { write: (line) => lines.push(JSON.parse(line)) }))
  return { lines, observe }
}

describe('logEvents', () => {
  it('names the trace of a request that belongs to one', () => {
    const { lines, observe } = logged()
    observe({ ...answer, traceId: '0af7651916cd43dd8448eb211c80319c' })
    expect(lines).toEqual([
      expect.objectContaining({ traceId: '0af7651916cd43dd8448eb211c80319c' }),
    ])
  })

  it('writes what an operator asks for, and nothing else', () => {
    const { lines, observe } = logged()
    observe(answer)
    expect(lines).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-/),
        requestId: 'q-1',
        agent: 'agent@ccc-test',
        action: 'PickOutboundNumbers',
        code: 'OK',
        status: 200,
        upstreamRequestId: 'EEEE671A-3E24-4A04-81E6-6C4F5B39DF75',
        attempts: 1,
        ms: 12.3,
        msg: 'answered',
      },
    ])
  })

  it.each([
    [200, 30],
    [403, 40],
    [429, 40],
    [502, 50],
  ])('writes an answer of %i at level %i', (status, level) => {
    const { lines, observe } = logged()
    observe({ ...answer, status })
    expect(lines[0]).toMatchObject({ level })
  })

  it.each(['debug', 'info'])(
    'says where an error comes from, and not what it says: %s',
    (level) => {
      const { lines, observe } = logged(level)
      const error = new Error('13888888888 S3cret\n    at 13888888888\n    at x (S3cret)')
      Object.assign(error, { headers: { authorization: 'S3cret' }, cause: new Error('S3cret') })
      observe({ ...answer, code: 'InternalError', status: 500, error })
      expect(lines[0]).toMatchObject({
        error: {
          type: 'Error',
          at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
        },
      })
      expect(JSON.stringify(lines)).not.toMatch(/S3cret|88888/)
    },
  )

  it.each(['S3cret 13888888888', null, undefined, { toJSON: () => 'S3cret' }])(
    'survives %j that was thrown',
    (error) => {
      const { lines, observe } = logged()
      observe({ ...answer, error })
      expect(lines[0]).toHaveProperty('error.type')
      expect(JSON.stringify(lines)).not.toMatch(/S3cret/)
    },
  )

  it('says why, where a refusal has words for it', () => {
    const { lines, observe } = logged()
    observe({ ...answer, reason: 'its claim iss is not the expected one' })
    expect(lines[0]).toMatchObject({ reason: 'its claim iss is not the expected one' })
  })

  it('masks what a cloud puts where its code and request id belong', () => {
    const { lines, observe } = logged('debug')
    observe({ ...answer, code: 'No.13888888888', upstreamRequestId: '13888888888' })
    observe({ type: 'attempt', action: 'MakeCall', code: '13888888888', milliseconds: 1 })
    expect(lines.map(({ code }) => code)).toEqual(['Unreadable', 'Unreadable'])
    expect(JSON.stringify(lines)).not.toContain('88888')
  })

  it('writes tries at debug alone, and every turn of the breaker', () => {
    const { lines, observe } = logged()
    observe({ type: 'attempt', action: 'MakeCall', code: 'OK', milliseconds: 1 })
    observe({ type: 'limit', scope: 'agent', allowed: false })
    observe({ type: 'breaker', state: 'open' })
    observe({ type: 'breaker', state: 'closed' })
    expect(lines).toMatchObject([
      { level: 40, breaker: 'open' },
      { level: 30, breaker: 'closed' },
    ])
  })
})

describe('batched', () => {
  it('writes the lines of one turn at once, and what is left when it is told', async () => {
    const writes: string[] = []
    const stream = batched({ write: (text) => writes.push(text) })
    stream.write('a\n')
    stream.write('b\n')
    expect(writes).toEqual([])
    await new Promise(setImmediate)
    stream.write('c\n')
    stream.flush()
    stream.flush()
    expect(writes).toEqual(['a\nb\n', 'c\n'])
  })

  it('writes no more bytes at once than processes may write to one pipe', () => {
    const writes: string[] = []
    const stream = batched({ write: (text) => writes.push(text) }, 8)
    for (const line of ['abc\n', 'def\n', '中国\n', 'x\n']) stream.write(line)
    stream.flush()
    expect(writes).toEqual(['abc\ndef\n', '中国\n', 'x\n'])
  })
})
