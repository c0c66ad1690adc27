import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../listen.testing.ts'
import { type RunOptions, runProxy } from './run.ts'

const env = {
  PORT: '0',
  CCC_INSTANCE_ID: 'ccc-test',
  PROXY_AUTH: 'none',
  CCC_ENDPOINT: 'http://127.0.0.1:9000',
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'S3cret',
}

async function run(variables: Record<string, string>, options?: RunOptions) {
  const written = { stdout: '', stderr: '' }
  const streams = {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  }
  const proxy = await runProxy(variables, streams, options)
  return { proxy, ...written }
}

async function runAndRead(variables: Record<string, string>) {
  let written = ''
  const stream = { write: (text: string) => (written += text) }
  const proxy = await runProxy(variables, { stdout: stream, stderr: stream })
  const lines = (): Record<string, unknown>[] =>
    written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { proxy, lines }
}

afterEach(() => {
  process.exitCode = undefined
})

describe('runProxy', () => {
  it('says in one line where it listens, for whom, and to what it speaks', async () => {
    const { proxy, stdout, stderr } = await run(env)
    await proxy?.close()
    const [line = ''] = stdout.split('\n')
    expect(JSON.parse(line)).toMatchObject({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      msg: `The proxy listens at ${proxy?.url}/aliyun/ccc/api and speaks for the instance ccc-test to http://127.0.0.1:9000`,
    })
    expect(stderr).toBe('')
    expect(process.exitCode).toBeUndefined()
  })

  it('lists its problems, without the secret, and ends with exit code 1', async () => {
    const { CCC_INSTANCE_ID, ALIBABA_CLOUD_ACCESS_KEY_ID, ...incomplete } = env
    const { proxy, stdout, stderr } = await run({ ...incomplete, PORT: 'x' })
    expect(proxy).toBeNull()
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^The proxy cannot start:\n {2}- CCC_INSTANCE_ID is not set.*\n {2}- PORT is "x".*\n {2}- ALIBABA_CLOUD_ACCESS_KEY_SECRET is set without.*\n$/,
    )
    expect(stderr).not.toContain('S3cret')
    expect(process.exitCode).toBe(1)
  })

  it('checks without listening, where it is told to', async () => {
    const { proxy, stdout, stderr } = await run({ ...env, PORT: '1' }, { check: true })
    expect(proxy).toBeNull()
    expect(stdout).toBe(
      'The configuration is valid: the proxy would speak for the instance ccc-test to http://127.0.0.1:9000.\n',
    )
    expect(stderr).toBe('')
    expect(process.exitCode).toBeUndefined()
  })

  it('warns where something is hardly meant, checking or not', async () => {
    const misspelt = { ...env, PROXY_TIMEOUT: '3000' }
    const warning = /^PROXY_TIMEOUT is set, and the proxy knows no such variable/
    const { stdout } = await run(misspelt, { check: true })
    expect(stdout.split('\n')[1]).toMatch(/^ {2}- PROXY_TIMEOUT is set/)
    const { proxy, lines } = await runAndRead(misspelt)
    await proxy?.close()
    expect(lines()).toContainEqual(
      expect.objectContaining({ level: 40, msg: expect.stringMatching(warning) }),
    )
  })

  it('finds the same problems when it only checks', async () => {
    const { stderr } = await run({ ...env, PROXY_AUTH: '' }, { check: true })
    expect(stderr).toMatch(/^The proxy cannot start:\n {2}- Nothing tells who calls/)
    expect(process.exitCode).toBe(1)
  })

  it('reaches the cloud through an HTTP proxy, which alone knows its name', async () => {
    const cloud = await listen((_, response) => response.end('{"Code":"OK"}'))
    const tunnels: string[] = []
    const outbound = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '')
      const tunnel = connect(Number(new URL(cloud).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\n\r\n')
        tunnel.pipe(socket).pipe(tunnel)
      })
    })
    await once(outbound.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void outbound.close())
    const address = outbound.address()
    const { proxy } = await runAndRead({
      ...env,
      CCC_ENDPOINT: 'http://cloud.invalid',
      HTTP_PROXY: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    })
    const answer = await fetch(`${proxy?.url}/aliyun/ccc/api?action=GetNumberLocation`, {
      method: 'POST',
      body: new URLSearchParams({ request: '{"number":"010"}' }),
    })
    expect(answer.status).toBe(200)
    expect(tunnels).toEqual(['cloud.invalid:80'])
    await proxy?.close()
  })

  it('logs an answer as one line, with what an operator asks for', async () => {
    const { proxy, lines } = await runAndRead(env)
    const answer = await fetch(`${proxy?.url}/aliyun/ccc/api?action=DeleteInstance`)
    await proxy?.close()
    expect(lines().find(({ msg }) => msg === 'answered')).toEqual({
      level: 40,
      time: expect.any(String),
      msg: 'answered',
      requestId: answer.headers.get('x-request-id'),
      agent: '',
      action: '',
      code: 'Forbidden.Action',
      status: 403,
      upstreamRequestId: '',
      attempts: 0,
      ms: expect.any(Number),
    })
  })

  it('tells of a port in use in the same way', async () => {
    const { proxy } = await run(env)
    const second = await run({ ...env, PORT: new URL(proxy?.url ?? '').port })
    await proxy?.close()
    expect(second.stderr).toMatch(
      /The proxy cannot start:\n {2}- Port \d+ of 127\.0\.0\.1 is in use/,
    )
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('closes on %s', async (signal) => {
    const before = process.listenerCount(signal)
    const { proxy } = await run(env)
    process.emit(signal)
    expect(process.listenerCount(signal)).toBe(before)
    await proxy?.close()
    await expect(fetch(proxy?.url ?? '')).rejects.toThrow()
  })
})
