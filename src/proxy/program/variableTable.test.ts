import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { variables } from './variables.ts'
import { documents, withTable } from './variableTable.ts'

describe.each(Object.entries(documents))('%s', (path, words) => {
  it('shows the variables as they are; if not, npm run docs mends it', async () => {
    const document = await readFile(path, 'utf8')
    expect(document).toBe(withTable(document, words))
  })

  it('explains every variable in one line', async () => {
    const document = await readFile(path, 'utf8')
    for (const name of Object.keys(variables.entries)) {
      expect(document).toMatch(
        new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| [^|]+[.。][^|]* \\|$`, 'm'),
      )
    }
  })

  it('has to have a place for the table', () => {
    expect(() => withTable('# Nothing', words)).toThrow(/no place for the table/)
  })
})
