import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'vite'
import { simulate } from '../../live/simulate.ts'
import { createProxyHandler, credentialChain, readConfig } from '../../src/proxy/index.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = join(root, 'dist')
const path = '/aliyun/ccc/api'

/** Both ways to ship: modules that a host bundles, and one script. */
export const builds = ['react', 'script'] as const
export type Build = (typeof builds)[number]

/** What `docs/embed.md` promises to work under. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"

export interface Site {
  address: string
  close: () => Promise<void>
}

/**
 * Serves a page for each build of what `npm run build` made, with the proxy and a simulated cloud beside them.
 *
 * @throws {Error} if nothing is built
 */
export async function serveSite(): Promise<Site> {
  const { cloud, environment } = await simulate(process.env)
  const proxy = createProxyHandler({
    ...readConfig(environment),
    path,
    credentials: credentialChain(environment),
    authenticate: 'none',
  })
  const files = await collectFiles()
  const app = new Hono()
  app.all(path, (c) => proxy(c.req.raw))
  app.get('*', (c) => {
    const file = files.get(c.req.path)
    if (!file) return c.notFound()
    return c.body(file.content, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': policy,
    })
  })
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const close = async () => {
        server.close()
        await cloud.close()
      }
      ready({ address: `http://127.0.0.1:${port}`, close })
    })
  })
}

interface File {
  type: string
  content: string
}

async function collectFiles(): Promise<Map<string, File>> {
  const files = new Map<string, File>()
  const add = (address: string, type: string, content: string) =>
    files.set(address, { type, content })
  const script = '<script src="/outbound-number-picker.js" defer></script>'
  add('/react', 'text/html', page('react', '<link rel="stylesheet" href="/style.css" />'))
  add('/script', 'text/html', page('script', '', script))
  add('/page.css', 'text/css', readFileSync(join(import.meta.dirname, 'pages/page.css'), 'utf8'))
  // As they are: whatever a browser does not know in them has to show.
  add('/style.css', 'text/css', readFileSync(join(dist, 'style.css'), 'utf8'))
  const file = 'outbound-number-picker.js'
  add(`/${file}`, 'text/javascript', readFileSync(join(dist, file), 'utf8'))
  for (const { name, code } of await bundle()) add(`/${name}`, 'text/javascript', code)
  return files
}

function page(build: Build, style: string, script = ''): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>${build}</title>
    <link rel="stylesheet" href="/page.css" />
    ${style}
    <script type="module" src="/${build}.js"></script>
    ${script}
  </head>
  <body><main id="root"></main></body>
</html>`
}

/**
 * The pages' own scripts. Nothing is compiled for older browsers: the package's modules have to be so already, and
 * the rest is written in what all of them know.
 */
async function bundle(): Promise<{ name: string; code: string }[]> {
  const pages = join(import.meta.dirname, 'pages')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      // Types come from the source; what runs is the package.
      alias: { '../../../src/index.ts': join(dist, 'src/index.js') },
    },
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: { react: join(pages, 'react.tsx'), script: join(pages, 'script.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })
  if (!('output' in built)) throw new Error('The pages were not built once.')
  return built.output.flatMap((chunk) =>
    chunk.type === 'chunk' ? [{ name: chunk.fileName, code: chunk.code }] : [],
  )
}
