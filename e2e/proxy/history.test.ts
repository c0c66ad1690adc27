import { describe, expect, it } from 'vitest'
import { pickOutboundNumbers } from '../../src/ccc/index.ts'
import { createProxyClient } from '../../src/client/index.ts'
import { historyThroughProxy } from '../../src/history/index.ts'
import { startDesks } from './historyDesk.ts'

const CUSTOMER = '19900000600'

describe('a desk behind the proxy', () => {
  it('knows what a colleague’s call to the customer came to, and what it was made from', async () => {
    const { cloud, url } = await startDesks()
    const client = createProxyClient({
      endpoint: `${url}/aliyun/ccc/api`,
      headers: { 'x-agent': 'agent@ccc-test' },
    })
    const history = historyThroughProxy({ client })
    const pick = { callee: CUSTOMER, skillGroupIds: ['presales@ccc-test'], count: 5 }
    const { candidates } = await client.call(pickOutboundNumbers, pick)
    const callers = candidates.map(({ number }) => number)
    const [, , third = ''] = callers
    const at = Date.now() - 60_000
    const agentId = 'colleague@ccc-test'
    cloud.record({ caller: third, callee: CUSTOMER, agentId, at, seconds: 40, outcome: 'answered' })

    const { offer } = await client.call(pickOutboundNumbers, pick)
    const context = { offer: Promise.resolve(offer), signal: new AbortController().signal }
    const call = { caller: third, at, outcome: 'answered' }
    expect(await history.ofCallee(CUSTOMER, context)).toEqual({
      calls: { last5Minutes: 1, last24Hours: 1, last7Days: 1 },
      last: call,
      lastAnswered: call,
    })
    const uses = await history.ofCallers(callers, context)
    expect([...uses.keys()]).toEqual(callers)
    expect(uses.get(third)?.answered).toBeGreaterThan(0)
  })
})
