import { basename, join } from 'node:path'
import { API, type Project } from 'typescript/unstable/sync'
import type { Entry } from './reference.ts'

/** What examples take from the page or the program around them. */
const around: Readonly<Record<string, string>> = {
  app: "import('hono').Hono",
  authenticate: "import('outbound-number-picker/proxy').Authenticate",
  client: "import('outbound-number-picker').ProxyClient",
  config: "import('outbound-number-picker/workbench').WorkbenchProxyConfig",
  draw: "(snapshot: import('outbound-number-picker').PickerSnapshot) => void",
  element: "import('outbound-number-picker/element').OutboundNumberPickerElement",
  frame: 'HTMLIFrameElement',
  history: "import('outbound-number-picker').CallHistory",
  log: '{ warn: (error: Error) => void }',
  makeCall: "(draft: import('outbound-number-picker').DialDraft) => Promise<void>",
  onDial: "(draft: import('outbound-number-picker').DialDraft) => void",
  onStatusChange: '() => void',
  page: "import('@playwright/test').Page",
  picker: "import('outbound-number-picker').Picker",
  sessions: '{ find: (cookie: string | null) => Promise<{ cccUserId: string } | null> }',
  setupWorker: "typeof import('msw/browser').setupWorker",
  useSyncExternalStore: "typeof import('react').useSyncExternalStore",
  userOf: '(request: Request) => Promise<string>',
  workbench: "import('outbound-number-picker/workbench').Workbench",
  WorkbenchSdk: "new (config: object) => import('outbound-number-picker/workbench').Workbench",
}

/** Compiles the example of every name, and returns what the compiler finds wrong. */
export function compileExamples(entries: readonly Entry[], root: string): readonly string[] {
  const folder = join(root, 'reference/examples')
  const examples = new Map(
    entries.flatMap((entry) =>
      entry.names.flatMap(({ name, tags }) =>
        tags
          .filter((tag) => tag.name === 'example')
          .map(({ text }) => [join(folder, `${name}.tsx`), moduleOf(text, entries)] as const),
      ),
    ),
  )
  const config = join(folder, 'tsconfig.json')
  // They exist nowhere but here.
  const files = new Map([...examples, [config, configOf([...examples.keys()])]])
  const api = new API({
    cwd: root,
    fs: {
      readFile: (path) => files.get(path),
      fileExists: (path) => files.has(path) || undefined,
    },
  })
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (!project) throw new Error('The compiler opens no project for the examples.')
    return [...examples.keys()].flatMap((file) => faultsIn(file, project))
  } finally {
    api.close()
  }
}

/** An example in a function of its own, with imports of the public names in it. */
function moduleOf(text: string, entries: readonly Entry[]): string {
  const words = new Set(text.match(/\w+/g))
  const imports = new Map<string, string>()
  for (const { path, names } of entries) {
    for (const { name, kind } of names) {
      if (!words.has(name) || imports.has(name)) continue
      imports.set(name, `import { ${kind === 'type' ? 'type ' : ''}${name} } from '${path}'`)
    }
  }
  return [
    "import type {} from 'outbound-number-picker/element/react'",
    ...imports.values(),
    ...Object.entries(around)
      .filter(([name]) => words.has(name) && !imports.has(name))
      .map(([name, type]) => `declare const ${name}: ${type}`),
    'export async function example() {',
    text,
    '}',
  ].join('\n')
}

function configOf(files: readonly string[]): string {
  return JSON.stringify({
    extends: '../../tsconfig.json',
    compilerOptions: {
      noUnusedLocals: false,
      paths: {
        'outbound-number-picker': ['../../src/index.ts'],
        'outbound-number-picker/element/react': ['../../src/element/react.ts'],
        'outbound-number-picker/element/define': ['../../src/element/define.ts'],
        'outbound-number-picker/mocks': ['../../mocks/index.ts'],
        'outbound-number-picker/mocks/cloud': ['../../mocks/cloud/index.ts'],
        'outbound-number-picker/*': ['../../src/*/index.ts'],
      },
    },
    include: [],
    exclude: [],
    files,
  })
}

function faultsIn(file: string, { program }: Project): readonly string[] {
  const faults = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
  return faults.map(({ text }) => `${basename(file)}: ${text}`)
}
