import * as v from 'valibot'
import { variables } from './variables.ts'
import { variablesInChinese } from './variablesInChinese.ts'

type Name = keyof typeof variables.entries

interface Words {
  head: readonly [name: string, otherwise: string, meaning: string]
  required: string
  meaning(name: Name): string
}

const english: Words = {
  head: ['variable', 'default', 'what it says'],
  required: 'required',
  meaning: (name) => `${v.getDescription(variables.entries[name])}`,
}

const chinese: Words = {
  head: ['变量', '默认值', '含义'],
  required: '必填',
  meaning: (name) => variablesInChinese[name],
}

/** The documents that have the table, each in its language. */
export const documents = { 'docs/proxy.md': english, 'docs/zh-CN/proxy.md': chinese }

/** The proxy's environment variables as a table in Markdown, made from the schema that reads them. */
function variableTable({ head, required, meaning }: Words): string {
  const rows = v.keyof(variables).options.map((name) => {
    const schema = variables.entries[name]
    const fallback = v.getDefault(schema)
    const otherwise = schema.type !== 'optional' ? required : fallback ? `\`${fallback}\`` : '—'
    return `| \`${name}\` | ${otherwise} | ${meaning(name)} |`
  })
  return [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')
}

const START =
  '<!-- The table is made by `npm run docs`; edit src/proxy/program/variables.ts instead. -->'
const END = '<!-- End of the table. -->'

/**
 * A document with the table in its place.
 *
 * @throws {Error} for a document that has no place for it
 */
export function withTable(document: string, words: Words): string {
  const [before, rest = ''] = document.split(START)
  const after = rest.split(END)[1]
  if (before === undefined || after === undefined) {
    throw new Error(`The document has no place for the table: write the lines ${START} and ${END}.`)
  }
  return `${before}${START}\n\n${variableTable(words)}\n\n${END}${after}`
}
