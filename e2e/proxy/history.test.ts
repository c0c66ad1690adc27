import { describe, expect, it, onTestFinished } from 'vitest'
import { startMockCloud } from '../../mocks/cloud/index.ts'
import { pickOutboundNumbers } from '../../src/ccc/index.ts'
import { createProxyClient } from '../../src/client/index.ts'
import { historyThroughProxy } from '../../src/history/index.ts'
import { runProxy } from '../../src/proxy/index.ts'
import { environmentFor, signToken } from './configuration.ts'
import { createDesk, startDesks } from './historyDesk.ts'

const CUSTOMER = '19900000600'

describe('a desk behind the proxy', () => {
  it('knows what a colleague’s call to the customer came to, and what it was made from', async () => {
    const { cloud, url } = await startDesks()
    const clientOf = (agent: string) =>
      createProxyClient({ endpoint: `${url}/aliyun/ccc/api`, headers: { 'x-agent': agent } })
    const pick = { callee: CUSTOMER, skillGroupIds: ['presales@ccc-test'], count: 5 }
    const agentId = 'colleague@ccc-test'
    const { candidates } = await clientOf(agentId).call(pickOutboundNumbers, pick)
    const callers = candidates.map(({ number }) => number)
    const [, , third = ''] = callers
    const at = Date.now() - 60_000
    cloud.record({ caller: third, callee: CUSTOMER, agentId, at, seconds: 40, outcome: 'answered' })

    const client = clientOf('agent@ccc-test')
    const history = historyThroughProxy({ client })
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

describe('the program', () => {
  /** Two replicas that are configured alike, and a desk at each. */
  async function startReplicas(env: Record<string, string>) {
    const cloud = await startMockCloud({ port: 0 })
    onTestFinished(() => cloud.close())
    const token = await signToken()
    const stream = { write: () => true }
    async function start() {
      const replica = await runProxy(
        {
          PORT: '0',
          ...environmentFor(cloud.url),
          ...env,
        },
        { stdout: stream, stderr: stream },
      )
      onTestFinished(() => replica?.close())
      return createDesk(replica?.url ?? '', { authorization: `Bearer ${token}` })
    }
    return [await start(), await start()] as const
  }

  it('tells no history unless it is told to', async () => {
    const [desk] = await startReplicas({})
    expect((await desk.pick(CUSTOMER)).Offer).toBeUndefined()
    expect((await desk.history(CUSTOMER, 'offer')).Code).toBe('Forbidden.Action')
  })

  it('accepts the offers of other replicas without further settings', async () => {
    const [one, other] = await startReplicas({ PROXY_ACTIONS: 'picker+history' })
    const { offer, callers } = await one.offered(CUSTOMER)
    expect((await other.history(CUSTOMER, offer)).Data).toMatchObject({ Last7Days: 0 })
    expect((await other.usage(callers, offer)).Data).toHaveLength(5)
  })

  it('asks the cloud no more often than it is told to', async () => {
    const [desk] = await startReplicas({
      PROXY_ACTIONS: 'picker+history',
      PROXY_HISTORY_LIMIT: '1',
      PROXY_OFFER_SECRET: 'one-more-secret-of-32-characters!',
    })
    const { offer, callers } = await desk.offered(CUSTOMER)
    const { Code, Data } = await desk.usage(callers, offer)
    expect(Code).toBe('OK')
    expect(JSON.stringify(Data)).not.toContain(callers.at(-1))
  })
})
