import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ConfigurationError } from '../configurationError.ts'
import { listen } from '../listen.testing.ts'
import { readRotation } from './rotation.ts'
import { runProxy } from './run.ts'
import { withSecrets } from './secretsFile.ts'

const OLD = 'the-old-secret-of-32-characters-!!'
const NEW = 'the-new-secret-of-32-characters-!!'

const tokenOf = (secret: string, userId: string) =>
  new SignJWT({ sub: userId, iss: 'test', aud: 'picker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(Buffer.from(secret))

function secretsFile() {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'secrets.env')
  const write = (lines: Record<string, string>) =>
    writeFileSync(
      path,
      Object.entries(lines)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
  return { path, write }
}

const key = (id: string) => ({
  ALIBABA_CLOUD_ACCESS_KEY_ID: id,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: `${id}-secret`,
})

/** A running proxy, and which access keys its cloud was asked with. */
async function start() {
  const { path, write } = secretsFile()
  write({ ...key('old'), PROXY_JWT_SECRET: OLD })
  const keys: string[] = []
  const endpoint = await listen((request, response) => {
    keys.push(/Credential=([^,]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    response.end('{"Code":"OK"}')
  })
  let log = ''
  const stream = { write: (text: string) => (log += text) }
  const env = {
    PORT: '0',
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: endpoint,
    PROXY_JWT_ISSUER: 'test',
    PROXY_JWT_AUDIENCE: 'picker',
    PROXY_SECRETS_FILE: path,
  }
  const proxy = await runProxy(env, { stdout: stream, stderr: stream })
  onTestFinished(() => proxy?.close())
  const call = async (secret: string, userId = 'agent@ccc-test') => {
    const answer = await fetch(`${proxy?.url}/aliyun/ccc/api?action=GetNumberLocation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf(secret, userId)}` },
      body: new URLSearchParams({ request: '{"number":"010"}' }),
    })
    return answer.status
  }
  const said = (text: string) => vi.waitFor(() => expect(log).toContain(text), { timeout: 5000 })
  return { call, write, keys, said, log: () => log }
}

describe('secrets in a file', () => {
  it('are changed without a restart: two are accepted for a while, then the new one alone', async () => {
    const { call, write, keys, said } = await start()
    expect([await call(OLD), await call(NEW)]).toEqual([200, 401])

    write({ ...key('new'), PROXY_JWT_SECRET: NEW, PROXY_JWT_SECRET_PREVIOUS: OLD })
    process.emit('SIGHUP')
    await said('The secrets were read again.')
    expect([await call(OLD), await call(NEW)]).toEqual([200, 200])
    expect(keys).toEqual(['old', 'new', 'new'])

    write({ ...key('new'), PROXY_JWT_SECRET: NEW })
    process.emit('SIGHUP')
    // A token that has just been proven is not proven any longer.
    await vi.waitFor(async () => expect(await call(OLD)).toBe(401), { timeout: 5000 })
    expect(await call(NEW)).toBe(200)
  })

  it('are read again when the file changes, without a signal', async () => {
    const { call, write, said } = await start()
    write({ ...key('new'), PROXY_JWT_SECRET: NEW })
    await said('The secrets were read again.')
    expect([await call(OLD), await call(NEW)]).toEqual([401, 200])
  }, 15_000)

  it('stay as they are if the new ones cannot be used, and the log says why without them', async () => {
    const { call, write, said, log } = await start()
    write({ ...key('new'), PROXY_JWT_SECRET: 'too-short' })
    process.emit('SIGHUP')
    await said('The old secrets stay')
    await said('PROXY_JWT_SECRET cannot be used')
    expect(log()).not.toMatch(/too-short|-secret/)
    expect(await call(OLD)).toBe(200)
  })
})

it('without a file, SIGHUP changes nothing and ends nothing', async () => {
  const stream = { write: () => true }
  const env = { ...key('k'), PORT: '0', CCC_INSTANCE_ID: 'ccc-test', PROXY_AUTH: 'none' }
  const before = process.listenerCount('SIGHUP')
  const proxy = await runProxy(env, { stdout: stream, stderr: stream })
  onTestFinished(() => proxy?.close())
  // Without a listener, a process ends.
  expect(process.listenerCount('SIGHUP')).toBeGreaterThan(before)
  process.emit('SIGHUP')
  expect((await fetch(`${proxy?.url}/healthz`)).status).toBe(200)
  await proxy?.close()
  expect(process.listenerCount('SIGHUP')).toBe(before)
})

describe('the secret of offers', () => {
  /** The secrets that offers may be signed with, as the file says now. */
  async function offerSecrets(lines: Record<string, string>) {
    const { path, write } = secretsFile()
    write({ ...key('k'), ...lines })
    const rotation = await readRotation({
      CCC_INSTANCE_ID: 'ccc-test',
      PROXY_JWT_ISSUER: 'test',
      PROXY_JWT_AUDIENCE: 'picker',
      PROXY_SECRETS_FILE: path,
    })
    onTestFinished(rotation.watch(pino({ enabled: false })))
    const { secret } = rotation.config.history
    const change = (next: Record<string, string>) => {
      write({ ...key('k'), ...next })
      process.emit('SIGHUP')
    }
    return { change, now: () => (typeof secret === 'function' ? secret() : [secret]) }
  }

  it('is that of tokens, and changes with it', async () => {
    const { change, now } = await offerSecrets({ PROXY_JWT_SECRET: OLD })
    expect(now()).toEqual([OLD])
    expect(now()).toBe(now())
    change({ PROXY_JWT_SECRET: NEW, PROXY_JWT_SECRET_PREVIOUS: OLD })
    await vi.waitFor(() => expect(now()).toEqual([NEW, OLD]), { timeout: 5000 })
  })

  it('is its own if there is one', async () => {
    const own = { PROXY_JWT_SECRET: OLD, PROXY_OFFER_SECRET: NEW }
    expect((await offerSecrets(own)).now()).toEqual([NEW])
  })
})

describe('withSecrets', () => {
  const problemOf = (env: Record<string, string>) => {
    try {
      withSecrets(env)
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems
      throw error
    }
    return []
  }

  it('takes no secret from the environment that the file leaves out', () => {
    const { path, write } = secretsFile()
    write({ PROXY_JWT_SECRET: NEW })
    const env = { PROXY_SECRETS_FILE: path, PROXY_JWT_SECRET_PREVIOUS: OLD, PORT: '1' }
    expect(withSecrets(env)).toMatchObject({
      PORT: '1',
      PROXY_JWT_SECRET: NEW,
      PROXY_JWT_SECRET_PREVIOUS: undefined,
    })
  })

  it('says what to do about a file that is not there, or holds more than secrets', () => {
    expect(problemOf({ PROXY_SECRETS_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/^PROXY_SECRETS_FILE is \/nowhere, which cannot be read \(ENOENT\)/),
    ])
    const { path, write } = secretsFile()
    write({ PORT: '1' })
    expect(problemOf({ PROXY_SECRETS_FILE: path })).toEqual([
      expect.stringMatching(/sets PORT, which cannot be there/),
    ])
  })
})
