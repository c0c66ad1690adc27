import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { environmentFor, signToken } from './configuration.ts'
import { buildProgram, startProgram } from './program.ts'
import { freePort, provideServer } from './servers.ts'

const DRAIN = 2500
const CALLS = 4000
const AT_ONCE = 16
let built: Awaited<ReturnType<typeof buildProgram>>
let token: string

beforeAll(async () => {
  built = await buildProgram()
  token = await signToken()
}, 60_000)

afterAll(() => built.remove())

/** A cloud that counts how often each callee was called. */
async function startCloud() {
  const calls = new Map<string, number>()
  const server = createServer((incoming, response) => {
    let form = ''
    incoming.on('data', (piece) => {
      form += piece
    })
    incoming.on('end', () => {
      const callee = new URLSearchParams(form).get('Callee') ?? ''
      calls.set(callee, (calls.get(callee) ?? 0) + 1)
      response.end('{"Code":"OK","RequestId":"r"}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, calls }
}

/** @param clouds what each replica takes for the cloud */
async function startReplicas(clouds: readonly [string, string]) {
  const ports = [await freePort(), await freePort()]
  const start = (port: number) =>
    startProgram(built.file, {
      PORT: String(port),
      ...environmentFor(clouds[ports.indexOf(port)] ?? ''),
      PROXY_UNREADY_MS: '200',
      PROXY_ACTIONS: 'workbench',
      PROXY_AGENT_LIMIT: '0',
      PROXY_INSTANCE_LIMIT: '0',
      PROXY_DRAIN_MS: String(DRAIN),
    })
  const running = await Promise.all(ports.map(start))
  return {
    ports,
    /** Ends a replica as a service manager does, and starts it again at the same port. */
    async restart(index: number) {
      const replica = running[index]
      const port = ports[index]
      if (!replica || port === undefined) throw new Error('There is no such replica.')
      replica.process.kill('SIGTERM')
      await once(replica.process, 'exit')
      running[index] = await start(port)
    },
    kill: (index: number) => running[index]?.process.kill('SIGKILL'),
  }
}

interface Balancer {
  port: number
  /** Has it send a replica no calls, or calls again, if it does not find out by itself. */
  mark(index: number, state: 'up' | 'down'): Promise<void>
}

/** A file of docs/ for these replicas, without TLS. */
function configuration(name: string, ports: readonly number[], listen: number): string {
  return readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8')
    .replace('10.0.0.11:8787', `127.0.0.1:${ports[0]}`)
    .replace('10.0.0.12:8787', `127.0.0.1:${ports[1]}`)
    .replace(/listen 8443 ssl;/, `listen 127.0.0.1:${listen};`)
    .replace(/bind :8443 ssl crt \S+/, `bind 127.0.0.1:${listen}`)
    .replace(/ssl_certificate.*;/g, '')
    .replace('keepalive_timeout 4s', 'keepalive_timeout 1s')
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'balancer-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

function run(program: string, parameters: readonly string[]): ChildProcess {
  const child = spawn(program, parameters, { stdio: 'ignore' })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  })
  return child
}

async function startNginx(ports: readonly number[]): Promise<Balancer> {
  const program = provideServer('nginx')
  const port = await freePort()
  const home = folder()
  const file = join(home, 'nginx.conf')
  const write = (down: number | null) => {
    const part = configuration('nginx.conf', ports, port)
    const marked = down === null ? part : part.replace(`server 127.0.0.1:${ports[down]}`, '$& down')
    writeFileSync(
      file,
      `daemon off; pid ${home}/pid; error_log stderr crit; worker_processes 1;
      events { worker_connections 1024; }
      http { access_log off; client_body_temp_path ${home}; proxy_temp_path ${home}; ${marked} }`,
    )
  }
  write(null)
  const nginx = run(program, ['-p', home, '-c', file])
  return {
    port,
    async mark(index, state) {
      write(state === 'down' ? index : null)
      nginx.kill('SIGHUP')
      await answered(port)
    },
  }
}

async function startHaproxy(ports: readonly number[]) {
  const program = provideServer('haproxy')
  const port = await freePort()
  const home = folder()
  const file = join(home, 'haproxy.cfg')
  const commands = join(home, 'commands')
  writeFileSync(
    file,
    configuration('haproxy.cfg', ports, port).replace(
      /^global$/m,
      `$&\n  stats socket ${commands}`,
    ),
  )
  const { status, stderr } = spawnSync(program, ['-c', '-f', file])
  expect(String(stderr)).toBe('')
  expect(status).toBe(0)
  run(program, ['-db', '-f', file])
  /** What HAProxy itself has found out of a replica, such as UP, DOWN, or `UP 1/2` while it is not sure. */
  const stateOf = async (index: number) => {
    const socket = connect(commands)
    socket.end('show stat\n')
    const rows = (await text(socket)).split('\n').map((line) => line.split(','))
    const [names = []] = rows
    const row = rows.find(
      ([backend, server]) => backend === 'picker_proxy' && server === (index === 0 ? 'one' : 'two'),
    )
    return row?.[names.indexOf('status')]
  }
  return {
    port,
    stateOf,
    async mark(index: number, state: 'up' | 'down') {
      if (state === 'up') await expect.poll(() => stateOf(index), { timeout: 5000 }).toBe('UP')
    },
  }
}

// A connection for each call: a balancer that is reloaded closes those that are kept.
const agent = new Agent({ keepAlive: false })

/** The status of a call that acts, 0 if none came. It is never sent again. */
function dial(port: number, callee: string): Promise<number> {
  const form = new URLSearchParams({ request: JSON.stringify({ callee }) }).toString()
  return new Promise((done) => {
    const sent = request(
      {
        agent,
        port,
        method: 'POST',
        path: '/aliyun/ccc/api?action=MakeCall',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': form.length,
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => done(answer.statusCode ?? 0))
      },
    )
    sent.on('error', () => done(0))
    sent.end(form)
  })
}

/** Until calls go through. */
async function answered(port: number): Promise<void> {
  await expect.poll(() => dial(port, 'first'), { timeout: 5000, interval: 20 }).toBe(200)
}

/** Calls until something has ended, and at least so often; how many there were, and which failed. */
async function load(port: number, least: number, until: Promise<void>) {
  let ended = false
  until.then(() => {
    ended = true
  })
  let calls = 0
  const failed: string[] = []
  const worker = async () => {
    while (!ended || calls < least) {
      const callee = `c${calls++}`
      if ((await dial(port, callee)) !== 200) failed.push(callee)
    }
  }
  await Promise.all([...Array.from({ length: AT_ONCE }, worker), until])
  return { calls, failed }
}

describe.each([
  ['nginx', startNginx],
  ['HAProxy', startHaproxy],
])('two replicas behind %s', (_, startBalancer) => {
  async function start() {
    const cloud = await startCloud()
    const replicas = await startReplicas([cloud.url, cloud.url])
    const balancer = await startBalancer(replicas.ports)
    await answered(balancer.port)
    const twice = () =>
      [...cloud.calls].filter(([callee, times]) => callee !== 'first' && times > 1)
    return { cloud, replicas, balancer, twice }
  }

  it(`lose none of ${CALLS} calls that act, when they are rolled, and dial none twice`, async () => {
    const { cloud, replicas, balancer, twice } = await start()
    const roll = async () => {
      for (const index of [0, 1]) {
        await balancer.mark(index, 'down')
        await replicas.restart(index)
        await balancer.mark(index, 'up')
        await answered(balancer.port)
      }
    }
    const { calls, failed } = await load(balancer.port, CALLS, roll())
    expect(failed).toEqual([])
    expect(calls).toBeGreaterThanOrEqual(CALLS)
    expect(cloud.calls.size).toBe(calls + 1)
    expect(twice()).toEqual([])
  }, 60_000)

  it('lose only the calls in flight when one is killed, and dial none twice', async () => {
    const { replicas, balancer, twice } = await start()
    const kill = async () => {
      await answered(balancer.port)
      replicas.kill(0)
    }
    const { failed } = await load(balancer.port, 1000, kill())
    expect(failed.length).toBeLessThanOrEqual(AT_ONCE)
    expect(twice()).toEqual([])
  }, 60_000)
})

describe('a replica without a way out', () => {
  it('gets no calls once HAProxy has noticed, though it answers faster than its peer', async () => {
    const cloud = await startCloud()
    const nowhere = `http://127.0.0.1:${await freePort()}`
    const replicas = await startReplicas([cloud.url, nowhere])
    const { port, stateOf } = await startHaproxy(replicas.ports)
    await answered(port)
    const noticed = async () => {
      await expect.poll(() => stateOf(1), { timeout: 10_000 }).toBe('DOWN')
    }
    await load(port, 100, noticed())
    const { failed } = await load(port, 1000, Promise.resolve())
    expect(failed).toEqual([])
  }, 60_000)
})
