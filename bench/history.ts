/**
 * What history costs a pick: its time through a proxy that tells history and through one that does not, in turn, in one
 * run. At the first, each pick is followed by the two questions about it, as at a desk.
 */
import { SignJWT } from 'jose'
import { openEnvelope, pickOutboundNumbers } from '../src/ccc/index.ts'
import { createClient, percentile } from './load.ts'
import { type Running, run, stop } from './process.ts'

const PICKS = process.argv.includes('--short') ? 300 : 3000
const SECRET = 'a-secret-of-thirty-two-characters'
const GROUP = 'presales@ccc-test'

const token = await new SignJWT({ sub: 'agent@ccc-test', skill_groups: [GROUP] })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer('bench')
  .setAudience('picker')
  .setExpirationTime('1h')
  .sign(Buffer.from(SECRET))

const cloud = await run(['--import', 'tsx', 'mocks/cloud/main.ts'], { PORT: '0' })
const [without, telling] = await Promise.all(['picker', 'picker+history'].map(startProxy))
if (!without || !telling) throw new Error('There are two proxies.')

function startProxy(actions: string): Promise<Running> {
  return run(['dist/proxy/server.mjs'], {
    PORT: '0',
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloud.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
    PROXY_JWT_SECRET: SECRET,
    PROXY_JWT_ISSUER: 'bench',
    PROXY_JWT_AUDIENCE: 'picker',
    PROXY_ACTIONS: actions,
    PROXY_HISTORY_LIMIT: '0',
    PROXY_AGENT_LIMIT: '100000000',
    PROXY_INSTANCE_LIMIT: '100000000',
  })
}

const client = createClient(2)

async function ask({ url }: Running, action: string, parameters: object): Promise<string> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = `request=${encodeURIComponent(JSON.stringify(parameters))}`
  const text = await client.post(`${url}/aliyun/ccc/api?action=${action}`, headers, body)
  if (!text.startsWith('{"Code":"OK"')) throw new Error(`Not an answer: ${text.slice(0, 300)}`)
  return text
}

const skillGroupIdList = JSON.stringify([GROUP])

/** Milliseconds of a pick; what follows it is not counted. */
async function pick(proxy: Running, turn: number): Promise<number> {
  const calledNumber = `138${String(turn).padStart(8, '0')}`
  const start = performance.now()
  const data = await ask(proxy, 'PickOutboundNumbers', { calledNumber, skillGroupIdList, count: 5 })
  const milliseconds = performance.now() - start
  const { offer, candidates } = pickOutboundNumbers.read(openEnvelope({ status: 200, data }))
  if (offer !== null) {
    const callerNumberList = JSON.stringify(candidates.map(({ number }) => number))
    await Promise.all([
      ask(proxy, 'GetCalleeHistory', { calledNumber, offer }),
      ask(proxy, 'GetCallerUsage', { callerNumberList, offer }),
    ])
  }
  return milliseconds
}

/** How often the cloud was asked for an action. */
async function asked({ url }: Running, action: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = `picker_proxy_upstream_seconds_count{action="${action}",code="OK"} (\\d+)`
  return Number(new RegExp(line.replace(/[{}]/g, '\\$&')).exec(text)?.[1] ?? 0)
}

for (let turn = 0; turn < PICKS / 3; turn++) {
  for (const proxy of [without, telling]) await pick(proxy, 90_000_000 + turn)
}
const plain: number[] = []
const withHistory: number[] = []
for (let turn = 0; turn < PICKS; turn++) {
  plain.push(await pick(without, turn))
  withHistory.push(await pick(telling, turn))
}
const [off, on] = [percentile(plain, 0.5), percentile(withHistory, 0.5)]
const records = await asked(telling, 'ListCallDetailRecordsV2')
const picks = await asked(telling, 'PickOutboundNumbers')
process.stdout.write(
  [
    `p50 of a pick (ms)  history off ${off.toFixed(2)}  on ${on.toFixed(2)}  ratio ${(on / off).toFixed(3)}`,
    `calls to the cloud for history, for each pick of 5: ${(records / picks).toFixed(2)}, of 11 at most`,
    '',
  ].join('\n'),
)

client.close()
for (const program of [without, telling, cloud]) await stop(program)
process.exit()
