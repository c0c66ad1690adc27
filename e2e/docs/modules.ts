import { type Block, blocks } from './blocks.ts'
import { coverage } from './coverage.ts'

const languages = ['ts', 'tsx', 'js']

/** Whether a block is a module that is compiled: all are that are not listed otherwise. */
export function isModule(block: Block): boolean {
  const { document, language, text } = block
  if (!languages.includes(language)) return false
  return !coverage.some((entry) => entry.document === document && text.startsWith(entry.begins))
}

export const modules: readonly Block[] = blocks.filter(isModule)
