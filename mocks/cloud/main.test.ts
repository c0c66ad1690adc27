import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const main = resolve(import.meta.dirname, 'main.ts')

describe('npm run mock-cloud', () => {
  it('says what the proxy needs to call it, and stops when it is told to', async () => {
    const running = promisify(execFile)(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, PORT: '0' },
    })
    running.child.stdout?.once('data', () => running.child.kill('SIGTERM'))
    const { stdout } = await running
    expect(stdout).toMatch(
      /^Mock cloud at (http:\/\/127\.0\.0\.1:\d+) with instance ccc-test and user agent@ccc-test; point the proxy at it:\nCCC_ENDPOINT=\1\nALIBABA_CLOUD_ACCESS_KEY_ID=testid\nALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret\n$/,
    )
  }, 20_000)
})
