import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'
import { parse as parseVue } from 'vue/compiler-sfc'

export interface Import {
  line: number
  /** What is imported, as it is written; null where an expression says it. */
  specifier: string | null
}

/** Source texts by their paths from the root, with `/` on every system. */
export type Sources = Readonly<Record<string, string>>

/** Every source file in these folders. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|vue)$/.test(file))
      .map((file) => `${folder}/${file.replaceAll(sep, '/')}`),
  )
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/**
 * All imports of a source file, of values and of types, static and dynamic, and what it re-exports.
 *
 * @throws {Error} where the file cannot be parsed: its imports would be missed
 */
export function importsOf(file: string, source: string): readonly Import[] {
  return scriptsOf(file, source).flatMap(({ name, text, firstLine }) => {
    const { program, errors } = parseSync(name, text)
    if (errors[0]) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)

    const imports: Import[] = []
    const add = (from: ESTree.Node | null) => {
      if (!from) return
      imports.push({
        line: firstLine + text.slice(0, from.start).split('\n').length - 1,
        specifier: from.type === 'Literal' && typeof from.value === 'string' ? from.value : null,
      })
    }
    const visitor = new Visitor({
      ImportDeclaration: (node) => add(node.source),
      ExportAllDeclaration: (node) => add(node.source),
      ExportNamedDeclaration: (node) => add(node.source),
      ImportExpression: (node) => add(node.source),
      TSImportType: (node) => add(node.source),
    })
    visitor.visit(program)
    return imports
  })
}

interface Script {
  /** Its extension tells the parser the language. */
  name: string
  text: string
  firstLine: number
}

function scriptsOf(file: string, source: string): readonly Script[] {
  if (!file.endsWith('.vue')) return [{ name: file, text: source, firstLine: 1 }]
  const { script, scriptSetup } = parseVue(source).descriptor
  return [script, scriptSetup]
    .filter((block) => block !== null)
    .map(({ lang = 'js', content, loc }) => ({
      name: `${file}.${lang}`,
      text: content,
      firstLine: loc.start.line,
    }))
}
