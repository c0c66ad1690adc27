import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLimits } from '../../src/proxy/index.ts'
import { absent, CUSTOMER, startDesks } from './historyDesk.ts'

const SECRET = 'a-secret-of-thirty-two-characters'

describe('what history costs in calls to the cloud', () => {
  it.each([1, 2, 5, 20])('is at most one, and two for each of %i candidates', async (count) => {
    const { desk, recordsAsked } = await startDesks()
    const { offer, callers } = await desk().offered(CUSTOMER, count)
    expect(callers).toHaveLength(count)
    const both = () => Promise.all([desk().history(CUSTOMER, offer), desk().usage(callers, offer)])

    const [history, usage] = await both()
    expect([history.Code, usage.Code]).toEqual(['OK', 'OK'])
    expect(usage.Data).toHaveLength(count)
    const asked = recordsAsked().length
    expect(asked).toBeGreaterThan(count)
    expect(asked).toBeLessThanOrEqual(1 + 2 * count)

    for (let turn = 0; turn < 5; turn++) expect((await both())[1].Data).toEqual(usage.Data)
    expect(recordsAsked()).toHaveLength(asked)
  })

  it('stays within that for a customer with hundreds of calls', async () => {
    const { desk, cloud, recordsAsked } = await startDesks()
    for (let call = 0; call < 250; call++) {
      cloud.record({
        caller: '01089898989',
        callee: CUSTOMER,
        agentId: 'colleague@ccc-test',
        at: Date.now() - call * 1000,
        seconds: 20,
        outcome: 'no-answer',
      })
    }
    const { offer, callers } = await desk().offered(CUSTOMER, 1)
    const history = await desk().history(CUSTOMER, offer)
    const usage = await desk().usage(callers, offer)
    expect(recordsAsked()).toHaveLength(3)
    expect([history.Code, history.Data]).toEqual(['OK', absent])
    expect([usage.Code, usage.Data]).toEqual(['OK', []])

    const wider = await desk().offered(CUSTOMER, 5)
    expect((await desk().history(CUSTOMER, wider.offer)).Data).toMatchObject({
      Last24Hours: expect.toBeOneOf([250, 251]),
      LastAnswered: { Outcome: 'answered' },
    })
  })

  it('is four calls at a time', async () => {
    const { desk, mostAtOnce } = await startDesks()
    const { offer, callers } = await desk().offered(CUSTOMER, 20)
    await Promise.all([desk().history(CUSTOMER, offer), desk().usage(callers, offer)])
    expect(mostAtOnce()).toBe(4)
  })

  it('is not more for what is asked several times at once, nor for callers that others asked about', async () => {
    const { desk, recordsAsked } = await startDesks()
    const { offer, callers } = await desk().offered()
    const questions = Array.from({ length: 10 }, () => [
      desk().history(CUSTOMER, offer),
      desk().usage(callers, offer),
    ])
    const answers = await Promise.all(questions.flat())
    expect(answers.map(({ Code }) => Code)).toEqual(Array.from({ length: 20 }, () => 'OK'))
    const asked = recordsAsked().length
    expect(asked).toBeLessThanOrEqual(11)

    const colleague = desk('colleague@ccc-test')
    const theirs = await colleague.offered()
    expect((await colleague.usage(theirs.callers, theirs.offer)).Data).toHaveLength(5)
    expect(recordsAsked()).toHaveLength(asked + 1)
  })

  it('is bounded in a second for all agents together; then there is none', async () => {
    // The second does not pass.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: Date.now() })
    onTestFinished(() => void vi.useRealTimers())
    const { desk, recordsAsked, events } = await startDesks({ history: { callsPerSecond: 4 } })
    const first = await desk().offered()
    expect((await desk().usage(first.callers, first.offer)).Code).toBe('OK')
    for (const agent of ['colleague@ccc-test', 'third@ccc-test']) {
      const { offer, callers } = await desk(agent).offered()
      const usage = await desk(agent).usage(callers, offer)
      const history = await desk(agent).history(CUSTOMER, offer)
      expect([usage.status, usage.Code, history.status, history.Code]).toEqual([
        200,
        'OK',
        200,
        'OK',
      ])
      expect(history.Data).toEqual(absent)
    }
    expect(recordsAsked()).toHaveLength(4)
    const refused = events.filter(
      (event) => event.type === 'limit' && event.scope === 'history' && !event.allowed,
    )
    expect(refused.length).toBeGreaterThan(0)
  })
})

describe('history that fails', () => {
  it('takes nothing from picks, is not tried again, and is given up for a while', async () => {
    let tried = 0
    const { desk, events } = await startDesks({
      fetch: async (input, init) => {
        const action = new Headers(init?.headers).get('x-acs-action')
        if (action !== 'ListCallDetailRecordsV2') return fetch(input, init)
        tried += 1
        throw new TypeError('fetch failed')
      },
    })
    for (let turn = 0; turn < 30; turn++) {
      const pick = await desk(`agent-${turn % 3}@ccc-test`).pick()
      expect([pick.Code, pick.CalleeHistory]).toEqual(['OK', absent])
      expect(tried).toBe(Math.min(turn + 1, 20))
    }
    const { offer } = await desk().offered()
    expect((await desk().history(CUSTOMER, offer)).Code).toBe('ServiceUnavailable.Resting')
    expect(events.filter(({ type }) => type === 'breaker')).toEqual([])
  })

  it('is told with the cloud’s own refusal', async () => {
    const { desk } = await startDesks()
    const callee = '19900000643'
    const { offer } = await desk().offered(callee)
    const { status, Code } = await desk().history(callee, offer)
    expect([status, Code]).toEqual([403, 'Forbidden.RAM'])
  })
})

describe('the limits of an agent', () => {
  it('count history apart from picks, and hold for it too', async () => {
    const { desk } = await startDesks({
      limits: createLimits('ccc-test', { perAgent: 3, perInstance: 5 }),
    })
    const { offer, callers } = await desk().offered()
    for (let turn = 0; turn < 3; turn++)
      expect((await desk().usage(callers, offer)).Code).toBe('OK')
    const fourth = await desk().history(CUSTOMER, offer)
    expect([fourth.status, fourth.Code]).toEqual([429, 'Throttling.User'])
    expect((await desk().pick()).remaining).toBe('1')
    expect((await desk().pick()).Code).toBe('OK')
  })
})

describe('several replicas', () => {
  it('accept each other’s offers if they share a secret', async () => {
    const { desk, startReplica } = await startDesks({ history: { secret: SECRET } })
    const other = desk('agent@ccc-test', await startReplica())
    const { offer } = await desk().offered()
    expect((await other.history(CUSTOMER, offer)).Code).toBe('OK')

    const secrets = ['a-newer-secret-of-32-characters!!', SECRET]
    const rotated = await startReplica({ history: { secret: () => secrets } })
    expect((await desk('agent@ccc-test', rotated).history(CUSTOMER, offer)).Code).toBe('OK')
  })

  it('tell nothing for the offers of those with another', async () => {
    const { desk, startReplica } = await startDesks()
    const { offer } = await desk().offered()
    const other = desk('agent@ccc-test', await startReplica())
    expect((await other.history(CUSTOMER, offer)).Code).toBe('Forbidden.Offer')
    expect((await desk().history(CUSTOMER, offer)).Code).toBe('OK')
  })
})
