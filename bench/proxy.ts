/**
 * `npm run bench`: what the proxy costs, beside a sample that a company writes in an hour and a loop that calls the
 * cloud without a server, in one run. The ratios matter; the rest depends on the machine and on what else runs there.
 *
 * `npm run bench -- --short` takes a tenth of the requests.
 */
import { SignJWT } from 'jose'
import { signedHeaders } from '../src/proxy/cloud/index.ts'
import { type Call, createClient, latencies, percentile, perSecond } from './load.ts'
import { cpuMilliseconds, type Running, run, stop } from './process.ts'

const share = process.argv.includes('--short') ? 0.1 : 1
const SECRET = 'a-secret-of-thirty-two-characters'
const GROUP = 'presales@ccc-test'
const key = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }

const token = await new SignJWT({ sub: 'agent@ccc-test', skill_groups: [GROUP] })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer('bench')
  .setAudience('picker')
  .setExpirationTime('1h')
  .sign(Buffer.from(SECRET))

const cloud = await run(['--import', 'tsx', 'bench/cloud.ts'], {})
const sample = await run(['--import', 'tsx', 'bench/sample.ts'], { CLOUD: cloud.url, SECRET })
const proxy = await startProxy()

function startProxy(env: Record<string, string> = {}): Promise<Running> {
  return run(['dist/proxy/server.mjs'], {
    PORT: '0',
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloud.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
    PROXY_JWT_SECRET: SECRET,
    PROXY_JWT_ISSUER: 'bench',
    PROXY_JWT_AUDIENCE: 'picker',
    // Counted, as in a call center, but never reached.
    PROXY_AGENT_LIMIT: '100000000',
    PROXY_INSTANCE_LIMIT: '100000000',
    ...env,
  })
}

/** Another number each time, so that no two picks are the same. */
const calleeOf = (turn: number) => `138${String(turn % 100_000_000).padStart(8, '0')}`

function check(text: string): void {
  if (!text.startsWith('{"Code":"OK"')) throw new Error(`Not an answer: ${text.slice(0, 300)}`)
}

/** Signs and fetches without any server. */
const direct: Call = async (turn) => {
  const body = new URLSearchParams({
    InstanceId: 'ccc-test',
    CalledNumber: calleeOf(turn),
    SkillGroupIdList: JSON.stringify([GROUP]),
    Count: '5',
  }).toString()
  const { host } = new URL(cloud.url)
  const headers = signedHeaders({ host, action: 'PickOutboundNumbers', body }, key)
  const answer = await fetch(cloud.url, { method: 'POST', headers, body })
  check(await answer.text())
}

type Post = ReturnType<typeof createClient>['post']

/** As a browser asks the proxy or the sample. */
const through =
  (post: Post, { url }: Running): Call =>
  async (turn) => {
    const parameters = {
      calledNumber: calleeOf(turn),
      skillGroupIdList: JSON.stringify([GROUP]),
      count: 5,
    }
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const body = `request=${encodeURIComponent(JSON.stringify(parameters))}`
    check(await post(`${url}/aliyun/ccc/api?action=PickOutboundNumbers`, headers, body))
  }

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const row = (cells: readonly (string | number)[]) =>
  cells.map((cell) => String(cell).padStart(11)).join('')

async function residentMegabytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]
  return Number(bytes) / 1024 / 1024
}

const one = createClient(1)
for (const call of [direct, through(one.post, sample), through(one.post, proxy)]) {
  await perSecond(8, Math.ceil(3000 * share), call)
}

say('\nAdded time, one call at a time, in turn with the direct call (ms)')
const [bare = [], proxied = []] = await latencies(Math.ceil(4000 * share), [
  direct,
  through(one.post, proxy),
])
for (const [name, at] of [
  ['p50', 0.5],
  ['p99', 0.99],
] as const) {
  const [without, throughIt] = [percentile(bare, at), percentile(proxied, at)]
  say(
    `  ${name}  direct ${without.toFixed(2)}  proxy ${throughIt.toFixed(2)}  added ${(throughIt - without).toFixed(2)}`,
  )
}
one.close()

say('\nRequests a second, and CPU time of a request (ms)')
say(
  row([
    'connections',
    'loop',
    'sample',
    'proxy',
    '/loop',
    '/sample',
    'CPU sample',
    'CPU proxy',
    '/sample',
  ]),
)
for (const connections of [1, 32, 256]) {
  const times = Math.ceil((connections === 1 ? 3000 : 12_000) * share)
  const client = createClient(connections)
  const ways = [
    { call: direct, program: null },
    { call: through(client.post, sample), program: sample },
    { call: through(client.post, proxy), program: proxy },
  ]
  const fastest = ways.map(() => 0)
  const least = ways.map(() => Number.POSITIVE_INFINITY)
  // The best of three rounds in turn: what another program takes hits all of them.
  for (let round = 0; round < 3; round++) {
    for (const [way, { call, program }] of ways.entries()) {
      const before = program ? cpuMilliseconds(program) : 0
      fastest[way] = Math.max(fastest[way] ?? 0, await perSecond(connections, times, call))
      const spent = (program ? cpuMilliseconds(program) - before : 0) / times
      least[way] = Math.min(least[way] ?? 0, spent)
    }
  }
  client.close()
  const [loop = 0, ofSample = 0, own = 0] = fastest
  const [, cpuSample = 0, cpuProxy = 0] = least
  say(
    row([
      connections,
      ...[loop, ofSample, own].map((rate) => rate.toFixed(0)),
      ...[own / loop, own / ofSample].map((ratio) => ratio.toFixed(2)),
      ...[cpuSample, cpuProxy].map((cpu) => cpu.toFixed(3)),
      (cpuProxy / cpuSample).toFixed(2),
    ]),
  )
}
await stop(sample)
await stop(proxy)

say('\nRequests a second of several workers, with 64 connections')
for (const workers of [1, 2, 4]) {
  const several = await startProxy({ PROXY_WORKERS: String(workers), PROXY_ADMIN_PORT: '0' })
  const client = createClient(64)
  const call = through(client.post, several)
  await perSecond(64, Math.ceil(3000 * share), call)
  const rate = await perSecond(64, Math.ceil(12_000 * share), call)
  say(`  ${workers} ${workers === 1 ? 'worker ' : 'workers'}: ${rate.toFixed(0)}`)
  client.close()
  await stop(several)
}

say('\nResident memory of a fresh proxy (MB)')
const remembering = await startProxy()
const many = createClient(32)
let sent = 0
for (const goal of [10_000, 50_000, 100_000, 200_000].map((times) => Math.ceil(times * share))) {
  await perSecond(32, goal - sent, through(many.post, remembering))
  sent = goal
  say(
    `  after ${String(goal).padStart(6)} requests: ${(await residentMegabytes(remembering.url)).toFixed(0)}`,
  )
}
many.close()
await stop(remembering)

say('\nStart of dist/proxy/server.mjs until it listens (ms)')
const starts: number[] = []
for (let turn = 0; turn < 7; turn++) {
  const started = await startProxy()
  starts.push(started.startedIn)
  await stop(started)
}
say(
  `  median of ${starts.length}: ${percentile(starts, 0.5).toFixed(0)}  fastest: ${Math.min(...starts).toFixed(0)}`,
)

await stop(cloud)
process.exit()
