import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startMockCloud } from '../../mocks/cloud/index.ts'
import { scenarioById } from '../../mocks/index.ts'
import { environmentFor, signToken } from './configuration.ts'
import { buildProgram, startProgram } from './program.ts'

let built: Awaited<ReturnType<typeof buildProgram>>

beforeAll(async () => {
  built = await buildProgram()
}, 60_000)

afterAll(() => built.remove())

async function start() {
  const cloud = await startMockCloud({ port: 0 })
  onTestFinished(() => cloud.close())
  const token = await signToken()
  const program = await startProgram(built.file, {
    ...environmentFor(cloud.url),
    PROXY_ADMIN_PORT: '0',
    PROXY_WORKERS: '2',
    PROXY_DRAIN_MS: '500',
  })
  const said = (pattern: RegExp) =>
    program.lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined)
  await expect
    .poll(() => said(/answered at (http:\S+) for 2 workers/), { timeout: 5000 })
    .toBeDefined()
  const call = (action: string, request: object) =>
    fetch(`${program.url}/aliyun/ccc/api?action=${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
      body: new URLSearchParams({ request: JSON.stringify(request) }),
    })
  const locate = () => call('GetNumberLocation', { number: '13800000000' })
  const admin = said(/answered at (http:\S+) for 2 workers/) ?? ''
  return { ...program, cloud, said, call, locate, admin }
}

describe('two workers', () => {
  it('share a port, and one address answers probes for both', async () => {
    const { url, admin, locate } = await start()
    for (let i = 0; i < 20; i++) expect((await locate()).status).toBe(200)
    expect((await fetch(`${admin}/readyz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(404)
    const metrics = await (await fetch(`${admin}/metrics`)).text()
    expect(metrics).toMatch(/^picker_proxy_answer_seconds_count\{.*code="OK".*\} 20$/m)
  }, 30_000)

  it('are replaced when they end', async () => {
    const { lines, said, locate } = await start()
    const pid = lines.map((line) => JSON.parse(line).pid).find((found) => found !== undefined)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => said(/Worker (\d+) ended/)).toBe(String(pid))
    await expect.poll(async () => (await locate().catch(() => null))?.status).toBe(200)
  }, 30_000)

  it('go on after a SIGHUP, though there is no file to read again', async () => {
    const { process: primary, lines, locate } = await start()
    primary.kill('SIGHUP')
    for (let i = 0; i < 20; i++) expect((await locate()).status).toBe(200)
    expect(lines.filter((line) => line.includes('ended'))).toEqual([])
  }, 30_000)

  it('finish their calls after a Ctrl+C, which reaches each of them as well as the primary', async () => {
    const { process: primary, lines, cloud, call } = await start()
    const workers = new Set<number>(lines.flatMap((line) => JSON.parse(line).pid ?? []))
    expect(workers.size).toBe(2)
    const ended = once(primary, 'exit')
    const slow = { calledNumber: scenarioById('slow').callee, count: 1 }
    const calls = ['presales', 'aftersales', 'members', 'accounts'].map((group) =>
      call('PickOutboundNumbers', { ...slow, skillGroupIdList: `["${group}@ccc-test"]` }),
    )
    const picks = () => cloud.requests.filter(({ action }) => action === 'PickOutboundNumbers')
    await expect.poll(() => picks().length, { timeout: 5000 }).toBe(calls.length)
    for (const worker of workers) process.kill(worker, 'SIGINT')
    primary.kill('SIGINT')
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await ended).toEqual([0, null])
  }, 30_000)

  it('drain together and lose no call, when the primary is told to end', async () => {
    const { process: primary, admin, locate } = await start()
    const ended = once(primary, 'exit')
    primary.kill('SIGTERM')
    await expect
      .poll(async () => (await fetch(`${admin}/readyz`)).status, { interval: 10 })
      .toBe(503)
    expect((await locate()).status).toBe(200)
    expect(await ended).toEqual([0, null])
  }, 30_000)
})
