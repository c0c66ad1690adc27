import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

export interface Budget {
  what: string
  /** Bytes after `gzip -9`. */
  limit: number
  /** Measures the size in a project with the packed package in its `node_modules`. */
  measure: (project: string) => Promise<number>
}

const peers = ['react', 'react-dom', '@tanstack/react-query']
const inPackage = (path: string) => join('node_modules/outbound-number-picker', path)

/** The maximum size of each way of embedding. */
export const budgets: readonly Budget[] = [
  {
    what: 'a React project, without peers',
    limit: 21_000,
    measure: (project) =>
      bundled(
        project,
        "export { createProxyClient, OutboundNumberPicker } from 'outbound-number-picker'",
      ),
  },
  {
    what: 'the style sheet',
    limit: 3_600,
    measure: async (project) => sizeOf(project, 'dist/style.css'),
  },
  {
    what: 'the script with everything inside',
    limit: 44_600,
    measure: async (project) => sizeOf(project, 'dist/outbound-number-picker.js'),
  },
  {
    what: 'history, beside the contract and the client that the picker brings',
    limit: 2_500,
    measure: (project) =>
      bundled(project, "export * from 'outbound-number-picker/history'", /\/(?:ccc|client)\//),
  },
  {
    what: 'dialing through the Workbench',
    limit: 1_100,
    measure: (project) =>
      bundled(project, "export { dialWithWorkbench } from 'outbound-number-picker/workbench'"),
  },
  {
    what: "all of the Workbench's adapter, beside the client that the picker brings",
    limit: 1_200,
    measure: (project) =>
      bundled(project, "export * from 'outbound-number-picker/workbench'", /\/client\//),
  },
  {
    what: "the page's part of the frame",
    limit: 1_200,
    measure: (project) => bundled(project, "export * from 'outbound-number-picker/frame'"),
  },
]

function sizeOf(project: string, path: string): number {
  return gzipped(readFileSync(join(project, inPackage(path))))
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

async function bundled(project: string, source: string, besides?: RegExp): Promise<number> {
  return gzipped(await bundle(project, source, { besides }))
}

function gzipped(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length
}
