import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import * as v from 'valibot'
import { importsOf } from '../house/importWalk.ts'

const Manifest = v.object({
  exports: v.record(v.string(), v.union([v.string(), v.record(v.string(), v.string())])),
})

/** The modules and declarations of the package that whoever imports one of its entries can come to, by their paths. */
export function reachedFromEntries(root: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file) || !existsSync(join(root, file))) return
    reached.add(file)
    for (const { specifier } of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
      if (!specifier?.startsWith('.')) continue
      const target = posix.join(posix.dirname(file), specifier)
      // Declarations name each other as sources do.
      visit(file.endsWith('.d.ts') ? target.replace(/\.(tsx?|js)$/, '.d.ts') : target)
    }
  }
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  const { exports } = v.parse(Manifest, JSON.parse(manifest))
  for (const entry of Object.values(exports)) {
    const files = typeof entry === 'string' ? [entry] : Object.values(entry)
    for (const file of files) if (/\.(js|d\.ts)$/.test(file)) visit(posix.normalize(file))
  }
  return reached
}
