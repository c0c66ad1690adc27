import { posix } from 'node:path'
import {
  mayImport,
  proxyParts,
  readManifest,
  showExamples,
  withoutPackages,
} from './importTable.ts'
import { type Import, importsOf, type Sources } from './importWalk.ts'

/** The table with the parts of the proxy as rows of their own. */
const rows: Readonly<Record<string, readonly string[]>> = {
  ...mayImport,
  'src/proxy': [...allowedTo('src/proxy'), ...proxyParts.map(inProxy)],
  ...Object.fromEntries(
    proxyParts.map((part, position) => [
      inProxy(part),
      [...allowedTo('src/proxy'), 'src/proxy', ...proxyParts.slice(0, position).map(inProxy)],
    ]),
  ),
}

/** The longest first, so that a file belongs to the innermost folder. */
const folders = Object.keys(rows).sort((one, other) => other.length - one.length)

/** A sentence for each import that the table does not allow. */
export function violations(sources: Sources): readonly string[] {
  return Object.entries(sources).flatMap(([file, source]) =>
    importsOf(file, source).flatMap((one) => {
      const reason = refuse(file, one)
      return reason === null ? [] : [`${file}:${one.line} imports ${reason}.`]
    }),
  )
}

/** What is imported and what is allowed instead, or null where this import is. */
function refuse(file: string, { specifier }: Import): string | null {
  const from = folderOf(file)
  if (from === null) return null
  if (specifier === null) {
    return 'what only running it would tell, but here every import must name a file or package'
  }
  if (!specifier.startsWith('.')) {
    const pure = withoutPackages.includes(from) && !file.endsWith('.test.ts')
    return pure ? `the package ${specifier}, but ${from} may import no packages` : null
  }

  const target = posix.join(posix.dirname(file), specifier)
  if (target.startsWith('examples/') && showExamples.includes(from)) return null
  if (target === 'package.json' && readManifest.includes(from)) return null
  const to = folderOf(target)
  if (to === from) return null
  const allowed = rows[from] ?? []
  if (to === null || !allowed.includes(to)) {
    return `${target}, but ${from} may import ${allowed.join(', ') || 'no other folder'}`
  }
  // A part of the proxy may use the files around it.
  const reachesIn = !from.startsWith(`${to}/`)
  const isFace = target === `${to}/index.ts` || /\.css(\?inline)?$/.test(target)
  return reachesIn && !isFace
    ? `${target}, but other folders may import ${to} only through its index.ts`
    : null
}

function folderOf(path: string): string | null {
  return folders.find((folder) => path === folder || path.startsWith(`${folder}/`)) ?? null
}

function allowedTo(folder: string): readonly string[] {
  return mayImport[folder] ?? []
}

function inProxy(part: string): string {
  return `src/proxy/${part}`
}
