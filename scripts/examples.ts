/**
 * Builds and packs the package, installs the tarball into a copy of every example, and serves them
 * under a strict content security policy, with the proxy in front of a simulated cloud beside them.
 * The browser tests of `e2e/embed` open what it serves.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { build } from 'vite'
import { examplesFolder, examplesPort, tarball } from '../e2e/embed/examplesFolder.ts'
import { simulate } from '../live/simulate.ts'
import { createProxyHandler, credentialChain, readConfig } from '../src/proxy/index.ts'

const root = resolve(import.meta.dirname, '..')
const query = ['@tanstack/react-query', '@tanstack/query-core', 'zustand']
const react19 = { react: 'react', 'react-dom': 'react-dom', scheduler: 'scheduler' }
const react18 = { react: 'react-18', 'react-dom': 'react-dom-18' }
/** Ant Design and all that it depends on. */
const antDesign = [
  ...[
    'antd',
    '@ant-design',
    '@rc-component',
    '@emotion',
    'clsx',
    'compute-scroll-into-view',
    'dayjs',
  ],
  ...['is-mobile', 'json2mq', 'react-is', 'scroll-into-view-if-needed', 'string-convert', 'stylis'],
  'throttle-debounce',
]
const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]))

/**
 * Packages that each example's `package.json` needs besides the tarball, directly or not, by the names under
 * which this project has them. They are copied, not linked: linked ones would find this project's React and
 * zustand.
 */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'react-19': { ...same(query), ...react19 },
  'react-18': { ...same(query), ...react18 },
  headless: { ...same(query), ...react19 },
  'vue-3': { ...same([...query, 'vue', '@vue']), ...react19 },
  'ant-design': { ...same([...query, ...antDesign]), ...react19 },
  'plain-html': {},
  iframe: {},
}

/** For every page; the one with the frame may show that frame besides. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"
const framePolicy = `${policy}; frame-src 'self' http://127.0.0.1:${examplesPort}`

rmSync(examplesFolder, { recursive: true, force: true })
mkdirSync(examplesFolder, { recursive: true })
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' })
execFileSync('npm', ['pack', '--silent', '--pack-destination', examplesFolder], { cwd: root })
for (const example of Object.keys(examples)) await prepare(example)

const { cloud, environment } = await simulate(process.env)
const config = { ...readConfig(environment), path: '/aliyun/ccc/api' }
const proxy = createProxyHandler({
  ...config,
  credentials: credentialChain(environment),
  authenticate: 'none',
})

const app = new Hono()
app.all('/aliyun/ccc/api', (c) => proxy(c.req.raw))
app.use(async (c, next) => {
  await next()
  const framing = c.req.path === '/iframe/'
  c.header('content-security-policy', framing ? framePolicy : policy)
})
app.use(serveStatic({ root: examplesFolder, rewriteRequestPath: siteOf }))
const server = serve({ fetch: app.fetch, port: examplesPort })
process.once('SIGTERM', () => {
  server.close()
  void cloud.close()
})

/** Examples that import packages are built; the others are served as they stand. */
function isBuilt(example: string): boolean {
  return Object.keys(examples[example] ?? {}).length > 0
}

function siteOf(path: string): string {
  const [, example = '', ...rest] = path.split('/')
  return [example, ...(isBuilt(example) ? ['dist'] : []), ...rest].join('/')
}

async function prepare(example: string): Promise<void> {
  const folder = join(examplesFolder, example)
  const modules = join(folder, 'node_modules')
  cpSync(join(root, 'examples', example), folder, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  // Tests bring pages of their own, which use what the example has.
  const testPages = join(root, 'e2e/embed/pages', example)
  if (existsSync(testPages)) cpSync(testPages, folder, { recursive: true })
  const packed = join(modules, 'outbound-number-picker')
  mkdirSync(packed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball(), '-C', packed, '--strip-components=1'])
  for (const [name, source] of Object.entries(examples[example] ?? {})) {
    cpSync(join(root, 'node_modules', source), join(modules, name), { recursive: true })
  }
  if (isBuilt(example)) {
    for (const tool of ['vite', '@vitejs', '@types', '@babel', 'csstype']) {
      symlinkSync(join(root, 'node_modules', tool), join(modules, tool))
    }
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'))
    const input = pages.map((page) => join(folder, page))
    await build({
      root: folder,
      base: `/${example}/`,
      logLevel: 'error',
      build: { rolldownOptions: { input } },
    })
  } else if (example === 'iframe') {
    // The example's frame listens to the address at which its own `npm start` serves it; here it also has another.
    const page = join(folder, 'frame.html')
    const own = 'http://localhost:5173'
    const both = `${own} http://localhost:${examplesPort}`
    writeFileSync(page, readFileSync(page, 'utf8').replace(own, both))
  }
}
