import { once } from 'node:events'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startMockCloud } from '../../mocks/cloud/index.ts'
import { buildProgram, startProgram } from './program.ts'

const SECRET = 'a-secret-of-thirty-two-characters'
let built: Awaited<ReturnType<typeof buildProgram>>

beforeAll(async () => {
  built = await buildProgram()
}, 60_000)

afterAll(() => built.remove())

async function start() {
  const cloud = await startMockCloud({ port: 0 })
  onTestFinished(() => cloud.close())
  const token = await new SignJWT({ sub: 'agent@ccc-test', iss: 'test', aud: 'picker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(Buffer.from(SECRET))
  const program = await startProgram(built.file, {
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloud.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
    PROXY_JWT_SECRET: SECRET,
    PROXY_JWT_ISSUER: 'test',
    PROXY_JWT_AUDIENCE: 'picker',
    PROXY_ADMIN_PORT: '0',
    PROXY_WORKERS: '2',
    PROXY_DRAIN_MS: '500',
  })
  const said = (pattern: RegExp) =>
    program.lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined)
  await expect
    .poll(() => said(/answered at (http:\S+) for 2 workers/), { timeout: 5000 })
    .toBeDefined()
  const locate = () =>
    fetch(`${program.url}/aliyun/ccc/api?action=GetNumberLocation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
      body: new URLSearchParams({ request: '{"number":"13800000000"}' }),
    })
  return { ...program, said, locate, admin: said(/answered at (http:\S+) for 2 workers/) ?? '' }
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
