import { expect, it, vi } from 'vitest'
import { createInstance, scenarioById } from '../../mocks/index.ts'
import type { CccActionParameters } from '../../src/ccc/index.ts'
import { createProxyClient, type ProxyRequest } from '../../src/client/index.ts'
import { historyFromRecords, type RecordsOptions } from '../../src/history/index.ts'

/** 15:00 on a Wednesday in Shanghai. */
const now = Date.parse('2026-11-25T15:00:00+08:00')
const yesterday = Date.parse('2026-11-24T16:20:00+08:00')
const context = { offer: new Promise<null>(() => {}), signal: new AbortController().signal }

/** A simulated cloud behind a proxy, with what was asked of it. */
function desk(options: Partial<RecordsOptions> = {}) {
  const instance = createInstance({ now: () => now })
  const asked: CccActionParameters[] = []
  let onTheirWay = 0
  let most = 0
  const client = createProxyClient({
    endpoint: '/aliyun/ccc/api',
    request: async ({ action, parameters }) => {
      asked.push(parameters)
      most = Math.max(most, ++onTheirWay)
      await Promise.resolve()
      onTheirWay--
      const raised = Object.entries({ ...parameters, instanceId: 'ccc-test' })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [`${key[0]?.toUpperCase()}${key.slice(1)}`, String(value)])
      const { httpStatus: status, body } = instance.answer(action, Object.fromEntries(raised))
      return { status, data: body }
    },
  })
  const history = historyFromRecords({ client, now: () => now, ...options })
  return { instance, asked, history, mostAtOnce: () => most }
}

it('knows the last call to a customer and the last that was answered, from one call of the cloud', async () => {
  const { history, asked } = desk()
  expect(await history.ofCallee('13888888888', context)).toEqual({
    calls: { last5Minutes: 0, last24Hours: 1, last7Days: 2 },
    last: { caller: expect.stringMatching(/^\d+$/), at: yesterday, outcome: 'no-answer' },
    lastAnswered: {
      caller: expect.stringMatching(/^\d+$/),
      at: Date.parse('2026-11-22T10:05:00+08:00'),
      outcome: 'answered',
    },
  })
  expect(asked).toHaveLength(1)
})

it('counts what a colleague has just done', async () => {
  const { history, instance } = desk()
  const call = { caller: '01089898989', callee: '13888888888', agentId: 'colleague@ccc-test' }
  for (const minutes of [1, 4, 6]) {
    const at = now - minutes * 60_000
    instance.record({ ...call, at, seconds: 20, outcome: 'no-answer' })
  }
  const { calls, last } = await history.ofCallee('13888888888', context)
  expect(calls).toEqual({ last5Minutes: 2, last24Hours: 4, last7Days: 5 })
  expect(last).toEqual({ caller: '01089898989', at: now - 60_000, outcome: 'no-answer' })
})

it.each(['never-called', 'records-masked'] as const)(
  'says nothing rather than guess: %s',
  async (id) => {
    const { callee } = scenarioById(id)
    expect(await desk().history.ofCallee(callee, context)).toMatchObject({
      last: null,
      lastAnswered: null,
      calls: { last7Days: id === 'never-called' ? 0 : 2 },
    })
  },
)

it('says why it may not know', async () => {
  const { callee } = scenarioById('records-refused')
  await expect(desk().history.ofCallee(callee, context)).rejects.toMatchObject({
    code: 'Forbidden.RAM',
  })
})

it('counts the use of callers with two calls each, four on their way at most, and leaves out masked ones', async () => {
  const { history, asked, mostAtOnce, instance } = desk()
  const callers = instance.numbers.slice(0, 7).map((one) => one.Number)
  const [uses] = await Promise.all([
    history.ofCallers([...callers, '0108989****'], context),
    history.ofCallee('13888888888', context),
  ])
  expect([...uses.keys()].toSorted()).toEqual(callers.toSorted())
  for (const { dialed, answered } of uses.values()) expect(answered).toBeLessThanOrEqual(dialed)
  const counts = asked.filter(({ callingNumber }) => callingNumber)
  expect(counts).toHaveLength(14)
  expect(mostAtOnce()).toBe(4)
  for (const { pageSize } of counts) expect(pageSize).toBe(1)
})

it('asks no more callers once it is refused', async () => {
  const refusal = { Code: 'Forbidden.RAM', Message: 'no', RequestId: 'R' }
  const request = vi.fn(async () => ({ status: 403, data: refusal }))
  const client = createProxyClient({ endpoint: '/aliyun/ccc/api', request })
  const { history, instance } = desk({ client })
  const callers = instance.numbers.map((one) => one.Number)
  await expect(history.ofCallers(callers, context)).rejects.toMatchObject({ code: 'Forbidden.RAM' })
  expect(request).toHaveBeenCalledTimes(4)
})

it('asks no more callers once one is refused, though another is answered after that', async () => {
  const [first = '', ...rest] = desk().instance.numbers.map((one) => one.Number)
  const asked = new Set<string>()
  let answerOthers = () => {}
  const others = new Promise<void>((resolve) => {
    answerOthers = resolve
  })
  const request = async ({ parameters }: ProxyRequest) => {
    const caller = String(parameters.callingNumber)
    asked.add(caller)
    if (caller === first) throw new Error('refused')
    await others
    return { Code: 'OK', Data: { List: [], TotalCount: 0 } }
  }
  const { history } = desk({ client: createProxyClient({ endpoint: '/api', request }) })
  await expect(history.ofCallers([first, ...rest], context)).rejects.toThrow()
  answerOthers()
  await new Promise(setImmediate)
  expect(asked).toEqual(new Set([first, rest[0]]))
})

it.each([
  [undefined, '2026-11-25T00:00:00+08:00'],
  ['America/New_York', '2026-11-25T00:00:00-05:00'],
])('begins the day in the zone %s', async (zone, from) => {
  const { history, asked } = desk({ zone })
  await history.ofCallers(['02161330088'], context)
  expect(asked[0]?.startTime).toBe(Date.parse(from))
})

it('is not made for a zone or a time that makes no sense', () => {
  expect(() => desk({ zone: 'Mars/Olympus' })).toThrow(RangeError)
  expect(() => desk({ days: 0.5 })).toThrow('days is 0.5')
})
