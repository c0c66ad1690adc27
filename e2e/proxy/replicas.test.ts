import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startMockCloud } from '../../mocks/cloud/index.ts'
import { environmentFor, signToken } from './configuration.ts'
import { buildProgram, type Program, startProgram } from './program.ts'
import { startRedis } from './redisServer.ts'
import { freePort } from './servers.ts'

let built: Awaited<ReturnType<typeof buildProgram>>
let token: string

beforeAll(async () => {
  built = await buildProgram()
  token = await signToken()
}, 60_000)

afterAll(() => built.remove())

/** Two replicas before one simulated cloud. */
async function startReplicas(env: Record<string, string> = {}) {
  const cloud = await startMockCloud({ port: 0 })
  onTestFinished(() => cloud.close())
  const environment = {
    ...environmentFor(cloud.url),
    PROXY_AGENT_LIMIT: '0',
    PROXY_INSTANCE_LIMIT: '0',
    PROXY_LIMIT_WINDOW_SECONDS: '600',
    ...env,
  }
  return {
    cloud,
    replicas: await Promise.all([
      startProgram(built.file, environment),
      startProgram(built.file, environment),
    ]),
  }
}

function locate(url: string, number = 13800000000): Promise<Response> {
  return fetch(`${url}/aliyun/ccc/api?action=GetNumberLocation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ request: JSON.stringify({ number: String(number) }) }),
  })
}

/** Does something so often, some at a time. */
async function load(times: number, each: (index: number) => Promise<void>, atOnce = 16) {
  let next = 0
  const worker = async () => {
    for (let index = next++; index < times; index = next++) await each(index)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1])
}

function urlOf(replicas: readonly Program[], turn: number): string {
  const replica = replicas[turn % replicas.length]
  if (!replica) throw new Error('There is no replica.')
  return replica.url
}

describe('a replica', () => {
  it('goes on when nobody reads its log any longer', async () => {
    const { replicas } = await startReplicas()
    const [{ url, process }] = replicas
    process.stdout?.destroy()
    for (let i = 0; i < 20; i++) expect((await locate(url)).status).toBe(200)
    expect(process.exitCode).toBeNull()
  })
})

describe('two replicas', () => {
  it('lose no call that a client sends again, when one is killed under load', async () => {
    const { replicas, cloud } = await startReplicas()
    let answered = 0
    let retried = 0
    await load(600, async (index) => {
      for (let turn = index; ; turn++) {
        const answer = await locate(urlOf(replicas, turn)).catch(() => null)
        if (answer) {
          expect(answer.status).toBe(200)
          expect(await answer.json()).toMatchObject({ Code: 'OK' })
          break
        }
        retried += 1
      }
      answered += 1
      if (answered === 200) replicas[0].process.kill('SIGKILL')
    })
    expect(answered).toBe(600)
    expect(retried).toBeGreaterThan(0)
    expect(cloud.requests.length).toBeGreaterThanOrEqual(600)
  }, 30_000)

  it('lose no call at all, when one is asked to end and the balancer heeds /readyz', async () => {
    const { replicas } = await startReplicas({ PROXY_DRAIN_MS: '2000' })
    const [first, second] = replicas
    const ended = once(first.process, 'exit')
    let draining = false
    await load(600, async (index) => {
      if (index === 200) first.process.kill('SIGTERM')
      const target = index % 2 === 0 && !draining ? first : second
      const answer = await locate(target.url)
      expect(answer.status).toBe(200)
      if (target === first && answer.headers.get('connection') === 'close') {
        expect((await fetch(`${first.url}/readyz`)).status).toBe(503)
        draining = true
      }
    })
    expect(draining).toBe(true)
    expect(await ended).toEqual([0, null])
  }, 30_000)
})

describe('two replicas with one Redis', () => {
  it('share a limit exactly', async () => {
    const port = await freePort()
    await startRedis(port)
    const { replicas, cloud } = await startReplicas({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PROXY_AGENT_LIMIT: '100',
    })
    await Promise.all(replicas.map(shared))
    const statuses: number[] = []
    await load(250, async (index) => {
      const answer = await locate(urlOf(replicas, index))
      statuses.push(answer.status)
      if (answer.status === 429) {
        expect(await answer.json()).toMatchObject({ Code: 'Throttling.User' })
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
    })
    expect(statuses.filter((status) => status === 200)).toHaveLength(100)
    expect(statuses.filter((status) => status === 429)).toHaveLength(150)
    expect(cloud.requests).toHaveLength(100)
  }, 30_000)

  it('dial once for one Idempotency-Key, whichever of them is called, and answer the same', async () => {
    const port = await freePort()
    await startRedis(port)
    const { replicas, cloud } = await startReplicas({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PROXY_ACTIONS: 'workbench',
    })
    await Promise.all(replicas.map(shared))
    const dial = async (index: number) => {
      const answer = await fetch(`${urlOf(replicas, index)}/aliyun/ccc/api?action=MakeCall`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k-1' },
        body: new URLSearchParams({ request: '{"callee":"13888888888"}' }),
      })
      return answer.text()
    }
    const answers = await Promise.all([0, 1, 2, 3].map(dial))
    expect(new Set(answers).size).toBe(1)
    expect(cloud.requests.filter(({ action }) => action === 'MakeCall')).toHaveLength(1)
  }, 30_000)

  it('lose no call when Redis is pulled away under load, and share again when it is back', async () => {
    const port = await freePort()
    const redis = await startRedis(port)
    const { replicas } = await startReplicas({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PROXY_AGENT_LIMIT: '100000',
    })
    await Promise.all(replicas.map(shared))
    let answered = 0
    await load(600, async (index) => {
      expect((await locate(urlOf(replicas, index))).status).toBe(200)
      answered += 1
      if (answered === 200) redis.kill('SIGKILL')
    })
    for (const { url } of replicas) {
      expect(await metric(url, 'picker_proxy_limit_unshared_total')).toBeGreaterThan(0)
      expect(await metric(url, 'picker_proxy_redis_up')).toBe(0)
    }

    await startRedis(port)
    // What each counts by itself is far below by now.
    const remaining = async ({ url }: Program) =>
      (await locate(url)).headers.get('ratelimit-remaining')
    await expect.poll(() => remaining(replicas[0]), { timeout: 10_000 }).toBe('99999')
    await expect.poll(() => remaining(replicas[1]), { timeout: 10_000 }).toBe('99998')
  }, 30_000)

  it('lose no call while Redis hangs, and share again when it goes on', async () => {
    const port = await freePort()
    const redis = await startRedis(port)
    const { replicas } = await startReplicas({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PROXY_AGENT_LIMIT: '100000',
    })
    await Promise.all(replicas.map(shared))
    redis.kill('SIGSTOP')
    await load(32, async (index) => {
      expect((await locate(urlOf(replicas, index))).status).toBe(200)
    })
    expect(await metric(replicas[0].url, 'picker_proxy_redis_up')).toBe(0)
    redis.kill('SIGCONT')
    await Promise.all(replicas.map(shared))
  }, 30_000)

  it('count alone, and say so, when their Redis has become a replica that takes no writes', async () => {
    const port = await freePort()
    await startRedis(port, '--replicaof', '127.0.0.1', '1')
    const { replicas } = await startReplicas({
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PROXY_AGENT_LIMIT: '100000',
    })
    const told = ({ lines }: Program) => lines.some((line) => line.includes('Redis does not count'))
    await expect.poll(() => replicas.every(told), { timeout: 5000 }).toBe(true)
    for (const { url } of replicas) {
      expect((await locate(url)).status).toBe(200)
      expect(await metric(url, 'picker_proxy_redis_up')).toBe(0)
    }
  }, 30_000)

  /** Until a replica counts in Redis; each question takes a moment of its own. */
  async function shared({ url }: Program): Promise<void> {
    while ((await metric(url, 'picker_proxy_redis_up')) !== 1);
  }
})
