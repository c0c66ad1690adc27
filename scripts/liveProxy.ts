import { getRequestListener } from '@hono/node-server'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { type Source, sourcePath } from '../src/preview/source.ts'
import {
  checkCredentials,
  createProxyHandler,
  credentialChain,
  readConfig,
} from '../src/proxy/index.ts'
import { simulate } from './simulate.ts'

/** The path of the Workbench SDK's samples, and of most proxies that exist. */
const path = '/aliyun/ccc/api'

/**
 * Mounts the proxy in Vite's own server. It speaks to the real cloud where the environment names an
 * instance, else to a simulated one that runs beside it; the page can ask which.
 */
export function liveProxy(): Plugin {
  return { name: 'live-proxy', configureServer: mount, configurePreviewServer: mount }
}

async function mount(server: ViteDevServer | PreviewServer): Promise<void> {
  const simulated = process.env.CCC_INSTANCE_ID ? null : await simulate(process.env)
  const environment = simulated?.environment ?? process.env
  const config = readConfig(environment)
  const credentials = credentialChain(environment)
  await checkCredentials(credentials)
  server.httpServer?.once('close', () => void simulated?.cloud.close())

  const handler = createProxyHandler({ ...config, credentials, path })
  const listener = getRequestListener(handler, { overrideGlobalObjects: false })
  const source: Source = {
    cloud: simulated ? 'simulated' : 'real',
    instanceId: config.instanceId,
  }
  server.middlewares.use(sourcePath, (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(source))
  })
  server.middlewares.use(path, (request, response) => {
    // The server cuts off the path it mounts at; the handler answers to the whole.
    request.url = request.originalUrl ?? request.url
    listener(request, response)
  })
}
