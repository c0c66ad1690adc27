import { describe, expect, it, vi } from 'vitest'
import { createProxyClient, type ProxyRequest } from '../client/index.ts'
import { historyThroughProxy } from './throughProxy.ts'

const at = 1_780_000_000_000
const known = {
  Last5Minutes: 1,
  Last24Hours: 2,
  Last7Days: 3,
  Last: { Caller: '01089898989', StartTime: at, Outcome: 'busy' },
  LastAnswered: null,
}

/** History from a proxy that answers with this. */
function history(Data: unknown, offer: string | null = 'sealed') {
  const request = vi.fn(async (_: ProxyRequest): Promise<unknown> => ({ Code: 'OK', Data }))
  const source = historyThroughProxy({ client: createProxyClient({ endpoint: '/api', request }) })
  const context = { offer: Promise.resolve(offer), signal: new AbortController().signal }
  const asked = () => request.mock.calls.map(([{ action, parameters }]) => [action, parameters])
  return {
    source,
    context,
    asked,
    ofCallee: () => source.ofCallee('13888888888', context),
    ofCallers: (...callers: string[]) => source.ofCallers(callers, context),
  }
}

describe('historyThroughProxy', () => {
  it('asks about the callee with the offer of its pick', async () => {
    const { ofCallee, asked } = history(known)
    expect(await ofCallee()).toEqual({
      calls: { last5Minutes: 1, last24Hours: 2, last7Days: 3 },
      last: { caller: '01089898989', at, outcome: 'busy' },
      lastAnswered: null,
    })
    expect(asked()).toEqual([
      ['GetCalleeHistory', { calledNumber: '13888888888', offer: 'sealed' }],
    ])
  })

  it('reads what came with the pick, and then asks nobody', async () => {
    const { source, context, asked } = history(known)
    const told = { ...known, Last7Days: 9 }
    const calleeHistory = Promise.resolve(told)
    const { calls } = await source.ofCallee('13888888888', { ...context, calleeHistory })
    expect(calls.last7Days).toBe(9)
    expect(asked()).toEqual([])
  })

  it('asks itself if nothing came with the pick', async () => {
    const { source, context, asked } = history(known)
    const calleeHistory = Promise.resolve(undefined)
    const { calls } = await source.ofCallee('13888888888', { ...context, calleeHistory })
    expect(calls.last7Days).toBe(3)
    expect(asked()).toHaveLength(1)
  })

  it('knows nothing if the pick says that nothing is known now, and does not ask again', async () => {
    const { source, context, asked } = history(known)
    const calleeHistory = Promise.resolve({ ...known, Last5Minutes: null })
    await expect(source.ofCallee('13888888888', { ...context, calleeHistory })).rejects.toThrow(
      'tells nothing',
    )
    expect(asked()).toEqual([])
  })

  it('asks about callers, and knows those alone that the proxy tells about', async () => {
    const { ofCallers, asked } = history([{ Number: '01089898989', Dialed: 48, Answered: 15 }])
    expect(await ofCallers('01089898989', '057187650056')).toEqual(
      new Map([['01089898989', { dialed: 48, answered: 15 }]]),
    )
    expect(asked()).toEqual([
      ['GetCallerUsage', { callerNumberList: '["01089898989","057187650056"]', offer: 'sealed' }],
    ])
  })

  it('asks about fifty callers at most', async () => {
    const { ofCallers, asked } = history([])
    await ofCallers(...Array.from({ length: 70 }, (_, index) => `0108989${1000 + index}`))
    const [[, parameters = {}] = []] = asked()
    expect(JSON.stringify(parameters).match(/0108989/g)).toHaveLength(50)
  })

  it.each([
    ['counts that are not known', { ...known, Last24Hours: null }],
    ['no data', null],
    ['data of another kind', []],
  ])('takes %s for no history, not for no calls', async (_, data) => {
    await expect(history(data).ofCallee()).rejects.toThrow('tells nothing')
  })

  it('asks nothing if the pick carries no offer, and says what to set', async () => {
    const { ofCallee, ofCallers, asked } = history(known, null)
    await expect(ofCallee()).rejects.toThrow('PROXY_ACTIONS=picker+history')
    await expect(ofCallers('01089898989')).rejects.toThrow('PROXY_ACTIONS=picker+history')
    expect(asked()).toEqual([])
  })
})
