import { expect, onTestFinished, vi } from 'vitest'
import { startMockCloud } from '../../mocks/cloud/index.ts'
import { openEnvelope, pickOutboundNumbers } from '../../src/ccc/index.ts'
import { type ProxyEvent, type ServerOptions, startProxy } from '../../src/proxy/index.ts'

export const CUSTOMER = '13888888888'
const GROUP = 'presales@ccc-test'

/** What is told of a callee where nothing may be known now. */
export const absent = {
  Last5Minutes: null,
  Last24Hours: null,
  Last7Days: null,
  Last: null,
  LastAnswered: null,
}

export interface Answered {
  status: number
  /** Letter by letter. */
  text: string
  Code: string
  Data: unknown
  Offer: string | undefined
  CalleeHistory: unknown
  remaining: string | null
}

/** A proxy that tells history, before a simulated cloud, each at a port of its own. */
export async function startDesks(options: Partial<ServerOptions> = {}) {
  const cloud = await startMockCloud({ port: 0 })
  onTestFinished(() => cloud.close())
  const events: ProxyEvent[] = []
  let atOnce = 0
  let mostAtOnce = 0

  const counting: typeof fetch = async (...call) => {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    try {
      return await fetch(...call)
    } finally {
      atOnce -= 1
    }
  }

  async function startReplica(more: Partial<ServerOptions> = {}) {
    const replica = await startProxy({
      instanceId: 'ccc-test',
      credentials: async () => ({ accessKeyId: 'testid', accessKeySecret: 'testsecret' }),
      authenticate: ({ headers }) => ({
        userId: headers.get('x-agent') ?? '',
        skillGroupIds: [GROUP],
      }),
      actions: 'picker+history',
      history: { callsPerSecond: 0 },
      endpoint: cloud.url,
      fetch: counting,
      observe: (event) => events.push(event),
      ...options,
      ...more,
    })
    onTestFinished(() => replica.close())
    return replica.url
  }

  const recordsAsked = () =>
    cloud.requests.filter(({ action }) => action === 'ListCallDetailRecordsV2')

  const url = await startReplica()
  return {
    cloud,
    events,
    url,
    startReplica,
    mostAtOnce: () => mostAtOnce,
    /** The questions about call records that reached the cloud. */
    recordsAsked,
    /** Waits for the questions that go out together with picks: a question about each pick's callee. */
    askedWithPicks: (picks: number) => vi.waitFor(() => expect(recordsAsked()).toHaveLength(picks)),
    desk: (agent = 'agent@ccc-test', at = url) => createDesk(at, { 'x-agent': agent }),
  }
}

/** An agent's desk, which sends whatever it is told to. */
export function createDesk(url: string, headers: Record<string, string>) {
  async function ask(action: string, request: unknown): Promise<Answered> {
    const response = await fetch(`${url}/aliyun/ccc/api?action=${action}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ request: JSON.stringify(request) }),
    })
    const text = await response.text()
    const { Code, Data, Offer, CalleeHistory } = JSON.parse(text)
    const remaining = response.headers.get('ratelimit-remaining')
    return { status: response.status, text, Code, Data, Offer, CalleeHistory, remaining }
  }

  return {
    ask,
    pick: (calledNumber = CUSTOMER, count = 5) =>
      ask('PickOutboundNumbers', { calledNumber, count, skillGroupIdList: [GROUP] }),
    /** An offer, and the callers in it. */
    async offered(calledNumber = CUSTOMER, count = 5) {
      const answer = await this.pick(calledNumber, count)
      const pick = openEnvelope({ status: answer.status, data: answer.text })
      const { offer, candidates } = pickOutboundNumbers.read(pick)
      if (offer === null) throw new Error(`There is no offer: ${answer.text}`)
      return { offer, callers: candidates.map(({ number }) => number) }
    },
    history: (calledNumber: unknown, offer: unknown) =>
      ask('GetCalleeHistory', { calledNumber, offer }),
    usage: (callers: unknown, offer: unknown) =>
      ask('GetCallerUsage', { callerNumberList: callers, offer }),
  }
}
