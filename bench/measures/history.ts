import { openEnvelope, pickOutboundNumbers } from '../../src/ccc/index.ts'
import { type Extent, type Measure, median } from '../measure.ts'
import { ask, calleeOf, runProxy, runSource, skillGroupIdList } from '../servers/desk.ts'
import { createClient } from '../servers/load.ts'
import { metricOf } from '../servers/metric.ts'
import { type Running, stop } from '../servers/process.ts'

/** Milliseconds to a cloud in the same region. */
const NEAR = 20

/** What history costs a pick: its time through a proxy that tells history and through one that does not, in turns. */
export async function measureHistory({ times }: Extent): Promise<Measure> {
  const near = await comparePicks(NEAR, times(500))
  const here = await comparePicks(0, times(1000))
  return {
    title: 'History in the proxy',
    meaning: `A pick of five callers with history and without, in turns: in front of a simulated cloud that is ${NEAR} ms away, and of one that takes no time but its own. There, the question about the customer stands before the pick in the one process that answers both. With history, what a desk asks after each pick follows. And how many calls to the cloud all these questions cost.`,
    rows: [
      {
        name: `a pick, cloud ${NEAR} ms away, history off`,
        values: { median: near.off },
        unit: 'ms',
      },
      {
        name: `a pick, cloud ${NEAR} ms away, history on`,
        values: { median: near.on },
        unit: 'ms',
        aims: [{ what: 'median', limit: 1.1, reached: near.on / near.off, unit: '× history off' }],
      },
      { name: 'a pick, cloud here, history off', values: { median: here.off }, unit: 'ms' },
      { name: 'a pick, cloud here, history on', values: { median: here.on }, unit: 'ms' },
      {
        name: 'for the history of a pick',
        values: { calls: near.calls },
        unit: 'calls',
        aims: [{ what: 'calls to the cloud', limit: 11, reached: near.calls, unit: 'calls' }],
      },
    ],
  }
}

/** @param latency milliseconds before each answer of the cloud */
async function comparePicks(latency: number, picks: number) {
  const cloud = await runSource('mocks/cloud/main.ts', { PORT: '0', LATENCY: String(latency) })
  const without = await runProxy(cloud, { PROXY_ACTIONS: 'picker' })
  const telling = await runProxy(cloud, {
    PROXY_ACTIONS: 'picker+history',
    PROXY_HISTORY_LIMIT: '0',
  })
  const client = createClient(2)
  const off: number[] = []
  const on: number[] = []
  for (let turn = -Math.ceil(picks / 4); turn < picks; turn++) {
    const plain = await pick(client.post, without, turn)
    const told = await pick(client.post, telling, turn)
    // Those before were to warm up.
    if (turn < 0) continue
    off.push(plain)
    on.push(told)
  }
  const records = await asked(telling, 'ListCallDetailRecordsV2')
  const calls = records / (await asked(telling, 'PickOutboundNumbers'))
  client.close()
  for (const program of [without, telling, cloud]) await stop(program)
  return { off: median(off), on: median(on), calls }
}

type Post = ReturnType<typeof createClient>['post']

/** Milliseconds of a pick; what follows it is not counted. */
async function pick(post: Post, proxy: Running, turn: number): Promise<number> {
  const calledNumber = calleeOf(turn + 1_000_000)
  const start = performance.now()
  const parameters = { calledNumber, skillGroupIdList, count: 5 }
  const data = await ask(post, proxy, 'PickOutboundNumbers', parameters)
  const milliseconds = performance.now() - start
  const envelope = openEnvelope({ status: 200, data })
  const { offer, candidates, calleeHistory } = pickOutboundNumbers.read(envelope)
  if (offer === null) return milliseconds
  const callerNumberList = JSON.stringify(candidates.map(({ number }) => number))
  await Promise.all([
    calleeHistory ?? ask(post, proxy, 'GetCalleeHistory', { calledNumber, offer }),
    ask(post, proxy, 'GetCallerUsage', { callerNumberList, offer }),
  ])
  return milliseconds
}

/** How often the cloud was asked for an action. */
function asked(proxy: Running, action: string): Promise<number> {
  return metricOf(proxy, `picker_proxy_upstream_seconds_count{action="${action}",code="OK"}`)
}
