import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

export interface Budget {
  what: string
  /** Bytes after `gzip -9`. */
  limit: number
  /** What a page loads, from a project with the packed package in its `node_modules`. */
  content: (project: string) => Promise<string | Buffer>
}

const peers = ['react', 'react-dom', '@tanstack/react-query']
const inPackage = (path: string) => join('node_modules/outbound-number-picker', path)

/** The maximum size of each way of embedding. */
export const budgets: readonly Budget[] = [
  {
    what: 'a React project, without peers',
    limit: 21_100,
    content: (project) =>
      bundle(
        project,
        "export { createProxyClient, OutboundNumberPicker } from 'outbound-number-picker'",
      ),
  },
  {
    what: 'the element, without peers, with its style sheet and both languages',
    limit: 28_600,
    content: (project) => bundle(project, "import 'outbound-number-picker/element'"),
  },
  {
    what: 'the style sheet',
    limit: 3_600,
    content: async (project) => fileOf(project, 'dist/style.css'),
  },
  {
    what: 'the script with everything inside',
    limit: 44_700,
    content: async (project) => fileOf(project, 'dist/outbound-number-picker.js'),
  },
  {
    what: 'history, beside the contract and the client that the picker brings',
    limit: 2_500,
    content: (project) =>
      bundle(project, "export * from 'outbound-number-picker/history'", {
        besides: /\/(?:ccc|client)\//,
      }),
  },
  {
    what: 'dialing through the Workbench',
    limit: 1_100,
    content: (project) =>
      bundle(project, "export { dialWithWorkbench } from 'outbound-number-picker/workbench'"),
  },
  {
    what: "all of the Workbench's adapter, beside the client that the picker brings",
    limit: 1_200,
    content: (project) =>
      bundle(project, "export * from 'outbound-number-picker/workbench'", {
        besides: /\/client\//,
      }),
  },
  {
    what: "the frame's own page: HTML, style sheet and script",
    limit: 44_900,
    content: async (project) =>
      Buffer.concat(
        ['index.html', 'page.css', 'page.js'].map((file) => fileOf(project, `dist/frame/${file}`)),
      ),
  },
  {
    what: "the page's part of the frame",
    limit: 1_200,
    content: (project) => bundle(project, "export * from 'outbound-number-picker/frame'"),
  },
]

function fileOf(project: string, path: string): Buffer {
  return readFileSync(join(project, inPackage(path)))
}

/** What a project's bundler makes from a module with this source. */
export async function bundle(
  project: string,
  source: string,
  { besides, builtFor = 'production' }: { besides?: RegExp | undefined; builtFor?: string } = {},
): Promise<string> {
  const entry = join(project, 'budget.js')
  const external = (id: string) =>
    peers.some((peer) => id === peer || id.startsWith(`${peer}/`)) || besides?.test(id) === true
  const made = await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': JSON.stringify(builtFor) },
    plugins: [
      {
        name: 'budget',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: entry, external, preserveEntrySignatures: 'strict' },
    },
  })
  const outputs = Array.isArray(made) ? made : [made]
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('')
}

export function gzipped(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length
}
