import { openEnvelope, pickOutboundNumbers } from '../../src/ccc/index.ts'
import { type Extent, type Measure, median } from '../measure.ts'
import { ask, calleeOf, runProxy, runSource, skillGroupIdList } from '../servers/desk.ts'
import { createClient } from '../servers/load.ts'
import { metricOf } from '../servers/metric.ts'
import { type Running, stop } from '../servers/process.ts'

/** What history costs a pick: its time through a proxy that tells history and through one that does not, in turns. */
export async function measureHistory({ times }: Extent): Promise<Measure> {
  const cloud = await runSource('mocks/cloud/main.ts', { PORT: '0' })
  const without = await runProxy(cloud, { PROXY_ACTIONS: 'picker' })
  const telling = await runProxy(cloud, {
    PROXY_ACTIONS: 'picker+history',
    PROXY_HISTORY_LIMIT: '0',
  })
  const client = createClient(2)
  const picks = times(1000)
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
  return {
    title: 'History in the proxy',
    meaning:
      'A pick of five callers in front of the simulated cloud, with history and without, in turns; with it, the two questions that a desk asks about each pick follow. And how many calls to the cloud these questions cost.',
    rows: [
      { name: 'a pick, history off', values: { median: median(off) }, unit: 'ms' },
      {
        name: 'a pick, history on',
        values: { median: median(on) },
        unit: 'ms',
        aims: [
          { what: 'median', limit: 1.1, reached: median(on) / median(off), unit: '× history off' },
        ],
      },
      {
        name: 'for the history of a pick',
        values: { calls },
        unit: 'calls',
        aims: [{ what: 'calls to the cloud', limit: 11, reached: calls, unit: 'calls' }],
      },
    ],
  }
}

type Post = ReturnType<typeof createClient>['post']

/** Milliseconds of a pick; what follows it is not counted. */
async function pick(post: Post, proxy: Running, turn: number): Promise<number> {
  const calledNumber = calleeOf(turn + 1_000_000)
  const start = performance.now()
  const parameters = { calledNumber, skillGroupIdList, count: 5 }
  const data = await ask(post, proxy, 'PickOutboundNumbers', parameters)
  const milliseconds = performance.now() - start
  const { offer, candidates } = pickOutboundNumbers.read(openEnvelope({ status: 200, data }))
  if (offer !== null) {
    const callerNumberList = JSON.stringify(candidates.map(({ number }) => number))
    await Promise.all([
      ask(post, proxy, 'GetCalleeHistory', { calledNumber, offer }),
      ask(post, proxy, 'GetCallerUsage', { callerNumberList, offer }),
    ])
  }
  return milliseconds
}

/** How often the cloud was asked for an action. */
function asked(proxy: Running, action: string): Promise<number> {
  return metricOf(proxy, `picker_proxy_upstream_seconds_count{action="${action}",code="OK"}`)
}
