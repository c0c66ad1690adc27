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

/** Every source file in these folders, but none of what is installed in them. */
export function readSources(root: string, folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|vue)$/.test(file) && !file.split(sep).includes('node_modules'))
      .map((file) => `${folder}/${file.replaceAll(sep, '/')}`),
  )
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

export interface Parsed {
  program: ESTree.Program
  comments: readonly { value: string; start: number }[]
  /** The line of the file in which an offset is. */
  lineAt: (offset: number) => number
}

/**
 * The scripts of a source file, which are several in a Vue component.
 *
 * @throws {Error} where one cannot be parsed: what is in it would be missed
 */
export function parse(file: string, source: string): readonly Parsed[] {
  return scriptsOf(file, source).map(({ name, text, firstLine }) => {
    const { program, comments, errors } = parseSync(name, text)
    if (errors[0]) throw new Error(`${file} cannot be parsed: ${errors[0].message}`)
    const lineAt = (offset: number) => firstLine + text.slice(0, offset).split('\n').length - 1
    return { program, comments, lineAt }
  })
}

/**
 * All imports of a source file, of values and of types, static and dynamic, and what it re-exports.
 *
 * @throws {Error} where the file cannot be parsed
 */
export function importsOf(file: string, source: string): readonly Import[] {
  return parse(file, source).flatMap(({ program, lineAt }) => {
    const imports: Import[] = []
    const add = (from: ESTree.Node | null) => {
      if (!from) return
      imports.push({
        line: lineAt(from.start),
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
