import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type MockCloud, startMockCloud } from '../../mocks/cloud/index.ts'
import { pickOutboundNumbers } from '../../src/ccc/index.ts'
import { createProxyClient } from '../../src/client/index.ts'

let cloud: MockCloud

beforeAll(async () => {
  cloud = await startMockCloud({ port: 0 })
  vi.stubEnv('CCC_INSTANCE_ID', 'ccc-test')
  vi.stubEnv('CCC_ENDPOINT', cloud.url)
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'testid')
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'testsecret')
})

afterAll(() => {
  vi.unstubAllEnvs()
  return cloud.close()
})

/** The samples read their environment when they are loaded, as programs do. */
const samples: readonly [name: string, load: () => Promise<RequestListener>][] = [
  ['Express', async () => (await import('../../examples/proxy/express.ts')).app],
  [
    'Fastify',
    async () => {
      const { app } = await import('../../examples/proxy/fastify.ts')
      await app.ready()
      return app.routing.bind(app)
    },
  ],
  ['Hono', async () => listenerOf((await import('../../examples/proxy/hono.ts')).app.fetch)],
  [
    'a Next route handler',
    async () => {
      const route = await import('../../examples/proxy/next/app/aliyun/ccc/api/route.ts')
      return listenerOf((request) => {
        const { method } = request
        if (method === 'GET' || method === 'POST' || method === 'OPTIONS')
          return route[method](request)
        return new Response(null, { status: 405 })
      })
    },
  ],
]

function listenerOf(fetch: (request: Request) => Response | Promise<Response>): RequestListener {
  return getRequestListener(fetch, { overrideGlobalObjects: false })
}

describe.each(samples)('mounted in %s', (_, load) => {
  async function start(): Promise<string> {
    const server = createServer(await load()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
    return `http://127.0.0.1:${address.port}/aliyun/ccc/api`
  }

  const request = { callee: '13888888888', skillGroupIds: ['presales@ccc-test'], count: 5 }

  it('the proxy picks for an agent who has signed in there', async () => {
    const client = createProxyClient({
      endpoint: await start(),
      headers: { cookie: 'theme=dark; session=s-1' },
    })
    const { candidates } = await client.call(pickOutboundNumbers, request)
    expect(candidates).toHaveLength(5)
  })

  it('the proxy picks for nobody else', async () => {
    const client = createProxyClient({ endpoint: await start() })
    await expect(client.call(pickOutboundNumbers, request)).rejects.toMatchObject({
      code: 'Unauthenticated',
      kind: 'session',
    })
  })
})
