import { describe, expect, it, vi } from 'vitest'
import type { CallRecordsRequest, PastCall } from '../../ccc/index.ts'
import { learnCalleeHistory } from './calleeHistory.ts'

const now = Date.parse('2026-03-10T12:00:00+08:00')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const call = (ago: number, more: Partial<PastCall> = {}): PastCall => ({
  caller: '01089898989',
  at: now - ago,
  outcome: 'no-answer',
  ...more,
})

/** A cloud that holds these calls, the newest first, and lets so many questions pass. */
function cloud(calls: readonly PastCall[], allowance = 99) {
  const list = vi.fn(async ({ from, answered, pageSize }: CallRecordsRequest) => {
    if (list.mock.calls.length > allowance) return null
    const found = calls.filter(
      ({ at, outcome }) => at >= from && (!answered || outcome === 'answered'),
    )
    const total = found.length
    return { entries: found.slice(0, pageSize), total, dropped: 0, requestId: '' }
  })
  const learn = () => learnCalleeHistory('13888888888', list, now)
  return { list, learn }
}

describe('learnCalleeHistory', () => {
  it('learns all from one page', async () => {
    const { list, learn } = cloud([
      call(MINUTE),
      call(4 * MINUTE, { outcome: 'busy' }),
      call(6 * MINUTE),
      call(2 * DAY, { outcome: 'answered', caller: '057187650056' }),
      call(30 * DAY, { outcome: 'answered' }),
    ])
    expect(await learn()).toEqual({
      Last5Minutes: 2,
      Last24Hours: 3,
      Last7Days: 4,
      Last: { Caller: '01089898989', StartTime: now - MINUTE, Outcome: 'no-answer' },
      LastAnswered: { Caller: '057187650056', StartTime: now - 2 * DAY, Outcome: 'answered' },
    })
    expect(list).toHaveBeenCalledTimes(1)
  })

  it('knows a customer who was never called', async () => {
    expect(await cloud([]).learn()).toEqual({
      Last5Minutes: 0,
      Last24Hours: 0,
      Last7Days: 0,
      Last: null,
      LastAnswered: null,
    })
  })

  it.each([
    ['of today', 150, MINUTE, { Last5Minutes: 6, Last24Hours: 150, Last7Days: 150 }, 4],
    ['of one second', 150, 1, { Last5Minutes: 150, Last24Hours: 150, Last7Days: 150 }, 5],
    ['of a month', 150, DAY / 4, { Last5Minutes: 1, Last24Hours: 5, Last7Days: 29 }, 2],
  ])('counts more than a page of calls %s', async (_, calls, apart, counts, questions) => {
    const { list, learn } = cloud(Array.from({ length: calls }, (_, index) => call(index * apart)))
    expect(await learn()).toMatchObject(counts)
    expect(list).toHaveBeenCalledTimes(questions)
  })

  it('finds the last answered call behind the page', async () => {
    const missed = Array.from({ length: 150 }, (_, index) => call(index * MINUTE))
    const answered = call(60 * DAY, { outcome: 'answered' })
    const found = await cloud([...missed, answered]).learn()
    expect(found?.LastAnswered?.StartTime).toBe(answered.at)
  })

  it('leaves a masked call out, and puts no older one in its place', async () => {
    const { learn } = cloud([
      call(MINUTE, { caller: '0108989****', outcome: 'answered' }),
      call(DAY, { outcome: 'answered' }),
    ])
    expect(await learn()).toMatchObject({ Last7Days: 2, Last: null, LastAnswered: null })
  })

  it('learns nothing by halves when it may ask no more', async () => {
    const calls = Array.from({ length: 150 }, (_, index) => call(index * MINUTE))
    expect(await cloud(calls, 0).learn()).toBeNull()
    expect(await cloud(calls, 1).learn()).toBeNull()
  })
})
