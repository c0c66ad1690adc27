import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildProgram } from './program.ts'

/** The steps of the Containerfile, as `[instruction, arguments]`. */
async function steps(): Promise<readonly [string, string][]> {
  const text = await readFile(resolve(import.meta.dirname, '../../docs/Containerfile'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)])
}

let built: Awaited<ReturnType<typeof buildProgram>>
let image: { root: string; env: Record<string, string>; command: string[] }

/** What the image would be, without a daemon that builds it: its files in a folder, its environment, its command. */
beforeAll(async () => {
  built = await buildProgram()
  image = { root: await mkdtemp(join(tmpdir(), 'image-')), env: {}, command: [] }
  for (const [instruction, rest] of await steps()) {
    if (instruction === 'COPY') {
      const [from, to = ''] = rest.split(' ')
      expect(from).toBe('dist/proxy/server.mjs')
      await copyFile(built.file, join(image.root, to))
    } else if (instruction === 'ENV') {
      for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) image.env[name] = value
    } else if (instruction === 'CMD') {
      image.command = JSON.parse(rest)
    }
  }
}, 60_000)

afterAll(async () => {
  await built.remove()
  await rm(image.root, { recursive: true })
})

function start(env: Record<string, string>): ChildProcess {
  const [program, file = ''] = image.command
  expect(program).toBe('node')
  const child = spawn(process.execPath, [join(image.root, file)], {
    cwd: image.root,
    env: { ...image.env, PORT: '0', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const cloud = {
  CCC_INSTANCE_ID: 'ccc-test',
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
}

describe('the container', () => {
  it('listens on every address, drains, and ends when it is told to', async () => {
    const child = start({
      ...cloud,
      PROXY_JWT_SECRET: 'a-secret-of-thirty-two-characters',
      PROXY_JWT_ISSUER: 'test',
      PROXY_JWT_AUDIENCE: 'picker',
      PROXY_DRAIN_MS: '300',
    })
    if (!child.stdout) throw new Error('The container says nothing.')
    const [line] = await once(createInterface({ input: child.stdout }), 'line')
    const port = /http:\/\/0\.0\.0\.0:(\d+)/.exec(String(line))?.[1]
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status, { interval: 10 })
      .toBe(503)
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('does not start without knowing who calls', async () => {
    const child = start({ ...cloud, PROXY_AUTH: 'none' })
    let said = ''
    child.stderr?.on('data', (piece) => {
      said += piece
    })
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(said).toMatch(/PROXY_AUTH is none, and HOST is "0\.0\.0\.0"/)
  })
})
