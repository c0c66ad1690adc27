import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { readSources } from '../house/importWalk.ts'
import { codesIn, read, root, tablesOf } from './markdown.ts'

/** Where errors are made and told apart. */
const folders = ['src/ccc', 'src/client', 'src/proxy', 'src/frame']

/** A code of two words is one wherever it stands; a code of one word, where it is called a code or has a kind. */
function codesOfSources(): ReadonlySet<string> {
  const codes = new Set<string>()
  const add = (node: { type: string; value?: unknown }) => {
    if (node.type === 'Literal' && typeof node.value === 'string') codes.add(node.value)
  }
  for (const [file, source] of Object.entries(readSources(root, folders))) {
    if (file.includes('.test.') || file.includes('.testing.')) continue
    new Visitor({
      Property: (node) => {
        if (node.key.type === 'Identifier' && node.key.name === 'code') add(node.value)
      },
      Literal: (node) => {
        if (typeof node.value === 'string' && isTwoWords(node.value)) add(node)
      },
      CallExpression: ({ callee, arguments: [first] }) => {
        const { object } = callee.type === 'MemberExpression' ? callee : {}
        const named = object?.type === 'Identifier' && object.name === 'Object'
        if (!file.endsWith('ccc/errors.ts') || !named) return
        const kinds = first?.type === 'TSSatisfiesExpression' ? first.expression : undefined
        if (kinds?.type !== 'ObjectExpression') return
        for (const property of kinds.properties) {
          if (property.type !== 'Property') continue
          if (property.key.type === 'Identifier') codes.add(property.key.name)
          else add(property.key)
        }
      },
    }).visit(parseSync(file, source).program)
  }
  codes.delete('OK')
  return codes
}

function isTwoWords(text: string): boolean {
  return /^[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+$/.test(text)
}

describe('docs/errors.md', () => {
  const inTable = tablesOf(read('docs/errors.md')).flatMap(({ rows }) =>
    rows.flatMap(([code]) => codesIn(code?.tokens ?? [])),
  )

  it('has each code that the code knows, and no other', () => {
    // The one code that is known by its beginning alone.
    expect([...inTable].sort()).toEqual([...codesOfSources(), 'NoPermission'].sort())
  })

  it('says of each what it means and what to do', () => {
    for (const { rows } of tablesOf(read('docs/errors.md'))) {
      for (const [code, means, fix] of rows) {
        expect(means?.text, code?.text).not.toBe('')
        expect(fix?.text, code?.text).not.toBe('')
      }
    }
  })
})
