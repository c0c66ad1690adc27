import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { API, type Project, SymbolFlags } from 'typescript/unstable/sync'
import * as v from 'valibot'
import { createReader } from './createReader.ts'
import type { Entry } from './reference.ts'

const Manifest = v.object({
  name: v.string(),
  exports: v.record(v.string(), v.union([v.string(), v.record(v.string(), v.string())])),
})

/** Reads every name that the package's `exports` hand out, from its sources, with the project's own compiler. */
export function readEntries(root: string): readonly Entry[] {
  const config = join(root, 'tsconfig.build.json')
  const api = new API({ cwd: root })
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (!project) throw new Error(`The compiler opens no project for ${config}.`)
    return readSources(sourcesOf(root), project, root)
  } finally {
    api.close()
  }
}

interface Source {
  path: string
  file: string
}

/** The paths that hand out names, with their sources. A path that has only types adds to the types of others. */
function sourcesOf(root: string): readonly Source[] {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  const { name, exports } = v.parse(Manifest, JSON.parse(text))
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === 'string' || !target.types || !target.default) return []
    const file = target.types.replace('./dist/', '').replace('.d.ts', '.ts')
    return [{ path: name + path.slice(1), file: join(root, file) }]
  })
}

function readSources(
  sources: readonly Source[],
  { program, checker }: Project,
  root: string,
): readonly Entry[] {
  const entries = sources.map(({ path, file }) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} exports nothing, but package.json names it for ${path}.`)
    const symbols = checker
      .getExportsOfModule(module)
      .map((one) => (one.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
    return { path, says: openingOf(source.text), symbols }
  })
  const publicIds = new Set(entries.flatMap(({ symbols }) => symbols.map(({ id }) => id)))
  const read = createReader(checker, publicIds, root)
  return entries.map(({ symbols, ...entry }) => ({ ...entry, names: symbols.map(read) }))
}

/** The comment at the top of a file. */
function openingOf(text: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(text) ?? []
  return comment.replace(/^ \* ?/gm, '').trim()
}
