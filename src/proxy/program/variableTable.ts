import * as v from 'valibot'
import { variables } from './variables.ts'

/** The proxy's environment variables as a table in Markdown, made from the schema that reads them. */
function variableTable(): string {
  const rows = Object.entries(variables.entries).map(([name, schema]) => {
    const fallback = v.getDefault(schema)
    const otherwise = schema.type !== 'optional' ? 'required' : fallback ? `\`${fallback}\`` : '—'
    return `| \`${name}\` | ${otherwise} | ${v.getDescription(schema)} |`
  })
  return ['| variable | default | what it says |', '| --- | --- | --- |', ...rows].join('\n')
}

const START =
  '<!-- The table is made by `npm run docs`; edit src/proxy/program/variables.ts instead. -->'
const END = '<!-- End of the table. -->'

/**
 * A document with the table in its place.
 *
 * @throws {Error} for a document that has no place for it
 */
export function withTable(document: string): string {
  const [before, rest = ''] = document.split(START)
  const after = rest.split(END)[1]
  if (before === undefined || after === undefined) {
    throw new Error(`The document has no place for the table: write the lines ${START} and ${END}.`)
  }
  return `${before}${START}\n\n${variableTable()}\n\n${END}${after}`
}
