import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { variables } from './variables.ts'
import { withTable } from './variableTable.ts'

it('docs/proxy.md shows the variables as they are; if not, npm run docs mends it', async () => {
  const document = await readFile('docs/proxy.md', 'utf8')
  expect(document).toBe(withTable(document))
})

it('every variable is explained in one line', async () => {
  const document = await readFile('docs/proxy.md', 'utf8')
  for (const name of Object.keys(variables.entries)) {
    expect(document).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| [^|]+\\.[^|]* \\|$`, 'm'))
  }
})

it('refuses a document without a place for the table', () => {
  expect(() => withTable('# Nothing')).toThrow(/no place for the table/)
})
