import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import GithubSlugger from 'github-slugger'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'

export const root = resolve(import.meta.dirname, '../..')

/** What people read: the paths of all documents, from the root. */
export const documents: readonly string[] = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`),
]

/** The documents in Chinese, each with the one that it says in Chinese. */
export const translations: readonly { chinese: string; english: string }[] = documents
  .filter((document) => document.includes('zh-CN'))
  .map((chinese) => ({ chinese, english: englishOf(chinese) }))

/**
 * The documents whose samples are tried. A translation has the same, and those of the API are compiled where they are
 * written (`reference/reference.test.ts`).
 */
export const originals: readonly string[] = documents.filter(
  (document) =>
    !document.startsWith('docs/api/') && !translations.some(({ chinese }) => chinese === document),
)

/** `docs/zh-CN/proxy.md` is in English `docs/proxy.md`, `README.zh-CN.md` is `README.md`. */
function englishOf(chinese: string): string {
  return chinese.replace('zh-CN/', '').replace('.zh-CN', '')
}

export function read(path: string): string {
  return readFileSync(resolve(root, path), 'utf8')
}

/** All links and pictures of a document, as they are written. */
export function linksOf(text: string): readonly string[] {
  const links: string[] = []
  walkTokens(lexer(text), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(token.href)
    // A picture that has a light and a dark side is written in HTML.
    if (token.type === 'html') {
      for (const [, address = ''] of token.raw.matchAll(/(?:src|srcset|href)="([^"]*)"/g)) {
        links.push(address)
      }
    }
  })
  return links
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(text: string): readonly string[] {
  const slugger = new GithubSlugger()
  return lexer(text)
    .filter((token) => token.type === 'heading')
    .map((heading) => slugger.slug(plain(heading)))
}

/** The words of a heading, without what marks them. */
function plain(token: Token): string {
  if ('tokens' in token && token.tokens) return token.tokens.map(plain).join('')
  return 'text' in token && typeof token.text === 'string' ? token.text : ''
}

/** The tables of a document. */
export function tablesOf(text: string): readonly Tokens.Table[] {
  return lexer(text).filter((token): token is Tokens.Table => token.type === 'table')
}

/** What is written as `code` in a cell or a paragraph. */
export function codesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.type === 'codespan' ? [String(token.text)] : []))
}
