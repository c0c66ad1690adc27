import { afterEach, describe, expect, it } from 'vitest'
import { runProxy } from './run.ts'

const env = {
  PORT: '0',
  CCC_INSTANCE_ID: 'ccc-test',
  CCC_ENDPOINT: 'http://127.0.0.1:9000',
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'S3cret',
}

async function run(variables: Record<string, string>) {
  const written = { stdout: '', stderr: '' }
  const proxy = await runProxy(variables, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  })
  return { proxy, ...written }
}

afterEach(() => {
  process.exitCode = undefined
})

describe('runProxy', () => {
  it('says in one line where it listens, for whom, and to what it speaks', async () => {
    const { proxy, stdout, stderr } = await run(env)
    await proxy?.close()
    expect(stdout).toBe(
      `The proxy listens at ${proxy?.url}/aliyun/ccc/api and speaks for the instance ccc-test to http://127.0.0.1:9000\n`,
    )
    expect(stderr).toBe('')
    expect(process.exitCode).toBeUndefined()
  })

  it('lists its problems, without the secret, and ends with exit code 1', async () => {
    const { CCC_INSTANCE_ID, ALIBABA_CLOUD_ACCESS_KEY_ID, ...incomplete } = env
    const { proxy, stdout, stderr } = await run({ ...incomplete, PORT: 'x' })
    expect(proxy).toBeNull()
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^The proxy cannot start:\n {2}- PORT is "x".*\n {2}- CCC_INSTANCE_ID is not set.*\n {2}- ALIBABA_CLOUD_ACCESS_KEY_SECRET is set without.*\n$/,
    )
    expect(stderr).not.toContain('S3cret')
    expect(process.exitCode).toBe(1)
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
