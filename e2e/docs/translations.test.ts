import { posix } from 'node:path'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { linksOf, read, translations } from './markdown.ts'

describe.each(translations)('$chinese says what $english says', ({ chinese, english }) => {
  it('and each begins with a link to the other', () => {
    expect(firstLink(chinese)).toBe(english)
    expect(firstLink(english)).toBe(chinese)
  })

  it('under headings of the same depths', () => {
    expect(outline(chinese)).toEqual(outline(english))
  })

  it('with the same samples, comments aside', () => {
    expect(samples(chinese)).toEqual(samples(english))
  })

  it('in tables with the same rows', () => {
    expect(tables(chinese)).toEqual(tables(english))
  })

  it('and names the same things in each section', () => {
    expect(sections(chinese).map(names)).toEqual(sections(english).map(names))
  })

  it('with the same numbers, of which Chinese writes more in digits', () => {
    const found = sections(chinese).map(numbers)
    const lost = sections(english).map((tokens, section) =>
      numbers(tokens).filter((number) => !found[section]?.includes(number)),
    )
    expect(lost.flat()).toEqual([])
  })
})

it('in Chinese, links lead to the document in Chinese if there is one', () => {
  const lost = translations.flatMap(({ chinese }) =>
    linksOf(read(chinese))
      .slice(1)
      .filter((link) => translations.some(({ english }) => english === target(chinese, link)))
      .map((link) => `${chinese}: ${link}`),
  )
  expect(lost).toEqual([])
})

/** The file that a link in a document leads to. */
function target(document: string, link: string): string {
  return posix.join(posix.dirname(document), link.split('#')[0] ?? '')
}

function firstLink(document: string): string {
  return target(document, linksOf(read(document))[0] ?? '')
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading'
const isCode = (token: Token): token is Tokens.Code => token.type === 'code'
const isTable = (token: Token): token is Tokens.Table => token.type === 'table'

function outline(document: string): readonly number[] {
  return lexer(read(document))
    .filter(isHeading)
    .map(({ depth }) => depth)
}

/** A comment reaches from a blank to the end of its line, in each language that samples are written in. */
const COMMENT = /(?:^| +)(?:#|\/\/|\/\*\*) .*$/gm

function samples(document: string): readonly object[] {
  return lexer(read(document))
    .filter(isCode)
    .map(({ lang, text }) => ({ lang, text: text.replace(COMMENT, '') }))
}

/** Of each table, what is named in the first cells of its rows. */
function tables(document: string): readonly (readonly (readonly string[])[])[] {
  return lexer(read(document))
    .filter(isTable)
    .map(({ rows }) => rows.map(([first]) => names(first?.tokens ?? [])))
}

/** The text before the first heading, and of each heading what follows it. */
function sections(document: string): readonly Token[][] {
  const found: Token[][] = [[]]
  for (const token of lexer(read(document))) {
    if (isHeading(token)) found.push([])
    found.at(-1)?.push(token)
  }
  return found
}

/** What is written as `code`, in any order and once, because sentences differ. */
function names(tokens: Token[]): readonly string[] {
  const found = new Set<string>()
  walkTokens(tokens, (token) => {
    if (token.type === 'codespan') found.add(token.text)
  })
  return [...found].sort()
}

function numbers(tokens: Token[]): readonly string[] {
  const found = new Set<string>()
  walkTokens(tokens, (token) => {
    if (token.type !== 'text') return
    for (const number of String(token.text).match(/\d+(?:[.,]\d+)*/g) ?? []) found.add(number)
  })
  return [...found]
}
