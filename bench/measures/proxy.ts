import { signedHeaders } from '../../src/proxy/cloud/index.ts'
import { type Extent, type Measure, median, percentile, type Row } from '../measure.ts'
import {
  answered,
  ask,
  calleeOf,
  key,
  runProxy,
  runSource,
  skillGroupIdList,
} from '../servers/desk.ts'
import { type Call, createClient, latencies, perSecond } from '../servers/load.ts'
import { metricOf } from '../servers/metric.ts'
import { cpuMilliseconds, type Running, stop } from '../servers/process.ts'

/**
 * What the proxy costs, beside a sample that a company writes in an hour and a loop that calls the cloud without a
 * server.
 */
export async function measureProxy({ times }: Extent): Promise<Measure> {
  const cloud = await runSource('bench/servers/cloud.ts')
  const sample = await runSource('bench/servers/sample.ts', { CLOUD: cloud.url })
  const proxy = await runProxy(cloud)
  const servers = { cloud, sample, proxy }

  const client = createClient(1)
  for (const call of waysOf(client.post, servers)) await perSecond(8, times(2000), call)
  client.close()
  const rows = [
    ...(await addedTime(servers, times(2000))),
    ...(await inALoad(servers, 1, times(2000))),
    ...(await inALoad(servers, 32, times(4000))),
    ...(await inALoad(servers, 256, times(4000))),
  ]
  await stop(sample)
  await stop(proxy)
  rows.push(
    ...(await severalWorkers(cloud, times(10_000))),
    await residentMemory(cloud, [times(10_000), times(50_000)]),
    await starts(cloud),
  )
  await stop(cloud)
  return {
    title: 'Proxy',
    meaning:
      'In front of a cloud that answers at once, so that all of the time is the way there: a loop that signs and fetches without any server, what a company writes in an hour (`bench/servers/sample.ts`), and the proxy, in turns. Client and cloud share the cores. CPU time is that of the server alone.',
    rows,
  }
}

interface Servers {
  cloud: Running
  sample: Running
  proxy: Running
}

type Post = ReturnType<typeof createClient>['post']

/** The loop, the sample, the proxy. */
function waysOf(post: Post, { cloud, sample, proxy }: Servers): readonly [Call, Call, Call] {
  return [direct(cloud), through(post, sample), through(post, proxy)]
}

/** Signs and fetches without any server. */
function direct({ url }: Running): Call {
  return async (turn) => {
    const body = new URLSearchParams({
      InstanceId: 'ccc-test',
      CalledNumber: calleeOf(turn),
      SkillGroupIdList: skillGroupIdList,
      Count: '5',
    }).toString()
    const { host } = new URL(url)
    const headers = signedHeaders({ host, action: 'PickOutboundNumbers', body }, key)
    const answer = await fetch(url, { method: 'POST', headers, body })
    answered(await answer.text())
  }
}

/** As a browser asks the proxy or the sample. */
function through(post: Post, server: Running): Call {
  return async (turn) => {
    const parameters = { calledNumber: calleeOf(turn), skillGroupIdList, count: 5 }
    await ask(post, server, 'PickOutboundNumbers', parameters)
  }
}

async function addedTime(servers: Servers, times: number): Promise<Row[]> {
  const client = createClient(1)
  const measured = await latencies(times, waysOf(client.post, servers))
  client.close()
  return ['loop', 'sample', 'proxy'].map((name, way) => {
    const values = measured[way] ?? []
    return {
      name: `one call at a time, ${name}`,
      values: { median: median(values), '99th percentile': percentile(values, 0.99) },
      unit: 'ms' as const,
    }
  })
}

/** So many connections at once: the best of three rounds in turns, because what others take hits all of them. */
async function inALoad(servers: Servers, connections: number, times: number): Promise<Row[]> {
  const client = createClient(connections)
  const [loop, sample, proxy] = waysOf(client.post, servers)
  const ways = [
    { call: loop, fastest: 0, least: Number.NaN },
    { call: sample, program: servers.sample, fastest: 0, least: Number.POSITIVE_INFINITY },
    { call: proxy, program: servers.proxy, fastest: 0, least: Number.POSITIVE_INFINITY },
  ]
  for (let round = 0; round < 3; round++) {
    for (const way of ways) {
      const before = way.program ? cpuMilliseconds(way.program) : 0
      way.fastest = Math.max(way.fastest, await perSecond(connections, times, way.call))
      if (!way.program) continue
      way.least = Math.min(way.least, (cpuMilliseconds(way.program) - before) / times)
    }
  }
  client.close()
  const [ofLoop, ofSample, ofProxy] = ways
  if (!ofLoop || !ofSample || !ofProxy) throw new Error('There are three ways.')
  const name = `${connections} ${connections === 1 ? 'connection' : 'connections'}`
  return [
    {
      name: `${name}, requests`,
      values: { loop: ofLoop.fastest, sample: ofSample.fastest, proxy: ofProxy.fastest },
      unit: 'a second',
      aims: [
        {
          what: 'sample to proxy',
          limit: 1,
          reached: ofSample.fastest / ofProxy.fastest,
          unit: '× the rate of the proxy',
        },
      ],
    },
    {
      name: `${name}, CPU time of a request`,
      values: { sample: ofSample.least, proxy: ofProxy.least },
      unit: 'ms',
      aims: [
        {
          what: 'proxy to sample',
          limit: 1,
          reached: ofProxy.least / ofSample.least,
          unit: '× the sample',
        },
      ],
    },
  ]
}

async function severalWorkers(cloud: Running, times: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const workers of [1, 2]) {
    const env = { PROXY_WORKERS: String(workers), PROXY_ADMIN_PORT: '0' }
    const several = await runProxy(cloud, env)
    const client = createClient(64)
    const call = through(client.post, several)
    await perSecond(64, Math.ceil(times / 4), call)
    const rate = await perSecond(64, times, call)
    rows.push({
      name: `64 connections, ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
      values: { proxy: rate },
      unit: 'a second',
    })
    client.close()
    await stop(several)
  }
  return rows
}

/** Resident memory of a fresh proxy after so many requests. */
async function residentMemory(cloud: Running, goals: readonly number[]): Promise<Row> {
  const proxy = await runProxy(cloud)
  const client = createClient(32)
  const values: Record<string, number> = {}
  let sent = 0
  for (const goal of goals) {
    await perSecond(32, goal - sent, through(client.post, proxy))
    sent = goal
    values[`after ${goal.toLocaleString('en-US')} requests`] =
      (await metricOf(proxy, 'process_resident_memory_bytes')) / 1024 / 1024
  }
  client.close()
  await stop(proxy)
  return { name: 'resident memory', values, unit: 'MB' }
}

/** From its start until it listens. */
async function starts(cloud: Running): Promise<Row> {
  const started: number[] = []
  for (let turn = 0; turn < 7; turn++) {
    const proxy = await runProxy(cloud)
    started.push(proxy.startedIn)
    await stop(proxy)
  }
  return { name: 'start until it listens', values: { median: median(started) }, unit: 'ms' }
}
