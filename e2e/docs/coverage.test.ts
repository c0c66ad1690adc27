import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Block, blocks, blocksOf } from './blocks.ts'
import { coverage } from './coverage.ts'
import { root } from './markdown.ts'
import { isModule } from './modules.ts'

const listed = (block: Block) =>
  coverage.filter(
    ({ document, begins }) => document === block.document && block.text.startsWith(begins),
  )

describe('every block of the documents', () => {
  it('is a module, which is compiled, or is listed with what is done to it', () => {
    const lost = blocks.filter((block) => !isModule(block) && listed(block).length === 0)
    expect(lost.map(({ document, text }) => `${document}: ${text}`)).toEqual([])
  })

  it('that is listed is there, and so is the test that reads it', () => {
    for (const entry of coverage) {
      expect(blocks.flatMap(listed), entry.begins).toContain(entry)
      expect(entry.because ?? entry.by, entry.begins).toBeDefined()
      if (entry.by !== undefined) expect(existsSync(resolve(root, entry.by)), entry.by).toBe(true)
    }
  })
})

it('reads blocks with their section, their language and the file that they are', () => {
  const text =
    '# A\n\n## B\n\nSave as `c.js`:\n\n```js\nd\n```\n\nThen:\n\n    e\n\n# F\n\n```\ng\n```\n'
  expect(blocksOf('x.md', text)).toEqual([
    { document: 'x.md', section: ['A', 'B'], language: 'js', text: 'd', file: 'c.js' },
    { document: 'x.md', section: ['A', 'B'], language: '', text: 'e', file: null },
    { document: 'x.md', section: ['F'], language: '', text: 'g', file: null },
  ])
})
