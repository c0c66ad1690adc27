import { getRequestListener } from '@hono/node-server'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { tracePath } from '../src/preview/explorer/exchange.ts'
import { madeCallsPath, type Source, sourcePath } from '../src/preview/source.ts'
import {
  checkCredentials,
  createJwtAuthentication,
  createProxyHandler,
  credentialChain,
  readConfig,
} from '../src/proxy/index.ts'
import { recordCalls } from './recordCalls.ts'
import { simulate } from './simulate.ts'
import { createTrace } from './trace.ts'

/** The path of the Workbench SDK's samples, and of most proxies that exist. */
const path = '/aliyun/ccc/api'

/**
 * Mounts the proxy in Vite's own server. It calls the real cloud if the environment names an instance,
 * otherwise a simulated one that it starts; the page can ask which.
 */
export function liveProxy(): Plugin {
  return { name: 'live-proxy', configureServer: mount, configurePreviewServer: mount }
}

async function mount(server: ViteDevServer | PreviewServer): Promise<void> {
  const simulated = process.env.CCC_INSTANCE_ID ? null : await simulate(process.env)
  const environment = simulated?.environment ?? openHere(process.env, server)
  const config = readConfig(environment)
  const credentials = credentialChain(environment)
  await checkCredentials(credentials)
  server.httpServer?.once('close', () => void simulated?.cloud.close())

  const authenticate = config.jwt ? createJwtAuthentication(config.jwt) : 'none'
  const trace = createTrace()
  const handler = createProxyHandler({
    ...config,
    credentials,
    authenticate,
    // Reads alone, whatever the environment lets through: no page of this server may act in a real call center.
    actions: simulated ? 'picker+history' : 'picker',
    path,
    fetch: trace.fetch,
  })
  const listener = getRequestListener(handler, { overrideGlobalObjects: false })
  const source: Source = {
    cloud: simulated ? 'simulated' : 'real',
    instanceId: config.instanceId,
    endpoint: config.endpoint,
    userId: process.env.PREVIEW_USER_ID || `agent@${config.instanceId}`,
  }
  server.middlewares.use(sourcePath, (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(source))
  })
  server.middlewares.use(tracePath, trace.tell)
  if (simulated) server.middlewares.use(madeCallsPath, recordCalls(simulated.cloud))
  server.middlewares.use(path, (request, response) => {
    // The server cuts off the path it mounts at; the handler answers to the whole.
    request.url = request.originalUrl ?? request.url
    trace.run(request, () => void listener(request, response))
  })
}

/**
 * Without configuration, the preview lets everybody on this machine call; with Vite's `--host` that would be
 * everybody on the network.
 */
function openHere(
  environment: NodeJS.ProcessEnv,
  { config }: ViteDevServer | PreviewServer,
): NodeJS.ProcessEnv {
  const hosts = [config.server.host, config.preview.host]
  const open = hosts.some((host) => host !== undefined && host !== false && host !== 'localhost')
  return open ? environment : { PROXY_AUTH: 'none', ...environment, HOST: '127.0.0.1' }
}
