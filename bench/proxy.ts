/**
 * `npm run bench`: what the proxy costs, compared with calling the cloud without it, in one run. The ratios
 * matter; the rest depends on the machine and on what else runs there.
 *
 * `npm run bench -- --short` takes a tenth of the requests.
 */
import { SignJWT } from 'jose'
import { signedHeaders } from '../src/proxy/cloud/index.ts'
import { type Call, createClient, latencies, percentile, perSecond } from './load.ts'
import { type Running, run, stop } from './process.ts'

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

const cloud = await run(['--import', 'tsx', 'mocks/cloud/main.ts'], { PORT: '0' })
const passThrough = await run(['--import', 'tsx', 'bench/passThrough.ts'], { CLOUD: cloud.url })
const proxy = await startProxy()

function startProxy(): Promise<Running> {
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
  })
}

/** Another number each time, so that no two picks are the same. */
const calleeOf = (turn: number) => `138${String(turn % 100_000_000).padStart(8, '0')}`

function signed(turn: number) {
  const body = new URLSearchParams({
    InstanceId: 'ccc-test',
    CalledNumber: calleeOf(turn),
    SkillGroupIdList: JSON.stringify([GROUP]),
    Count: '5',
  }).toString()
  const { host } = new URL(cloud.url)
  return { body, headers: signedHeaders({ host, action: 'PickOutboundNumbers', body }, key) }
}

function check(text: string): void {
  if (!text.startsWith('{"Code":"OK"')) throw new Error(`Not an answer: ${text.slice(0, 300)}`)
}

/** (a) What signs and fetches without any server. */
const direct: Call = async (turn) => {
  const answer = await fetch(cloud.url, { method: 'POST', ...signed(turn) })
  check(await answer.text())
}

type Post = ReturnType<typeof createClient>['post']

/** (b) A bare proxy; the client signs. */
const throughPassThrough =
  (post: Post): Call =>
  async (turn) => {
    const { headers, body } = signed(turn)
    check(await post(passThrough.url, headers, body))
  }

const throughProxy =
  (post: Post, url = proxy.url): Call =>
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

async function residentMegabytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]
  return Number(bytes) / 1024 / 1024
}

const one = createClient(1)
const warm = Math.ceil(3000 * share)
for (const call of [direct, throughPassThrough(one.post), throughProxy(one.post)]) {
  await perSecond(8, warm, call)
}

say('\nAdded time, one call at a time, in turn with the direct call (ms)')
const [bare = [], proxied = []] = await latencies(Math.ceil(4000 * share), [
  direct,
  throughProxy(one.post),
])
for (const [name, at] of [
  ['p50', 0.5],
  ['p99', 0.99],
] as const) {
  const [without, through] = [percentile(bare, at), percentile(proxied, at)]
  say(
    `  ${name}  direct ${without.toFixed(2)}  proxy ${through.toFixed(2)}  added ${(through - without).toFixed(2)}`,
  )
}
one.close()

say('\nRequests a second   (a) sign and fetch   (b) bare proxy   proxy   proxy/(a)   proxy/(b)')
for (const connections of [1, 32, 256]) {
  const times = Math.ceil((connections === 1 ? 3000 : 10_000) * share)
  const client = createClient(connections)
  const ways = [direct, throughPassThrough(client.post), throughProxy(client.post)]
  const best = ways.map(() => 0)
  // The best of three rounds in turn: what another program takes hits all of them.
  for (let round = 0; round < 3; round++) {
    for (const [way, call] of ways.entries()) {
      best[way] = Math.max(best[way] ?? 0, await perSecond(connections, times, call))
    }
  }
  client.close()
  const [a = 0, b = 0, own = 0] = best
  const cells = [
    a.toFixed(0),
    b.toFixed(0),
    own.toFixed(0),
    (own / a).toFixed(2),
    (own / b).toFixed(2),
  ]
  say(
    `  ${String(connections).padStart(3)} connections  ${cells.map((cell) => cell.padStart(10)).join('  ')}`,
  )
}
await stop(proxy)

say('\nResident memory of a fresh proxy (MB)')
const remembering = await startProxy()
const many = createClient(32)
let sent = 0
for (const goal of [10_000, 50_000, 100_000, 200_000].map((times) => Math.ceil(times * share))) {
  await perSecond(32, goal - sent, throughProxy(many.post, remembering.url))
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

await stop(passThrough)
await stop(cloud)
process.exit()
