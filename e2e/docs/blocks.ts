import { extname } from 'node:path'
import { lexer, type Token, walkTokens } from 'marked'
import { originals, read } from './markdown.ts'

/** A block of code in a document, fenced or indented. */
export interface Block {
  document: string
  /** The headings above it, the nearest last. */
  section: readonly string[]
  /** The language of the fence, `''` for an indented block. */
  language: string
  text: string
  /** The file that it is, if the words before it end by naming one: Save as `index.html`: */
  file: string | null
}

export function blocksOf(document: string, text: string = read(document)): readonly Block[] {
  const blocks: Block[] = []
  const headings: { depth: number; text: string }[] = []
  let before: Token | null = null
  walkTokens(lexer(text), (token) => {
    if (token.type === 'heading') {
      while ((headings.at(-1)?.depth ?? 0) >= token.depth) headings.pop()
      headings.push({ depth: token.depth, text: token.text })
    }
    if (token.type === 'code') {
      const section = headings.map((heading) => heading.text)
      const file = before && fileNamedBy(before)
      blocks.push({ document, section, language: token.lang ?? '', text: token.text, file })
    }
    if (['code', 'heading', 'table', 'html', 'paragraph'].includes(token.type)) before = token
  })
  return blocks
}

function fileNamedBy(token: Token): string | null {
  if (token.type !== 'paragraph') return null
  const [code, colon] = token.tokens?.slice(-2) ?? []
  if (code?.type !== 'codespan' || colon?.raw !== ':') return null
  const name = String(code.text)
  return extname(name) === '' || name.includes(' ') ? null : name
}

/** Those of the originals; translations have the same, as `translations.test.ts` sees to. */
export const blocks: readonly Block[] = originals.flatMap((document) => blocksOf(document))

/** The blocks of a section, in their order. */
export function blocksUnder(document: string, heading: string): readonly Block[] {
  const found = blocks.filter((one) => one.document === document && one.section.includes(heading))
  if (found.length === 0) throw new Error(`${document} has no blocks under ${heading}.`)
  return found
}
