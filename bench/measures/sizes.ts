import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { budgets, gzipped } from '../../e2e/embed/budgets.ts'
import type { Measure } from '../measure.ts'

const root = resolve(import.meta.dirname, '../..')

/** What each way of embedding weighs. */
export async function measureSizes(): Promise<Measure> {
  const project = withPackage(join(root, 'dist/bench/project'))
  const rows = []
  for (const { what, limit, content } of budgets) {
    const bytes = Buffer.from(await content(project))
    const gzip = gzipped(bytes)
    rows.push({
      name: what,
      values: { raw: bytes.length, 'gzip -9': gzip, brotli: brotliCompressSync(bytes).length },
      unit: 'bytes' as const,
      aims: [
        {
          what: 'gzip -9',
          limit,
          reached: gzip,
          unit: 'bytes',
        },
      ],
    })
  }
  return {
    title: 'Sizes',
    meaning:
      'What a page loads for each way of embedding: bundled and minified by Vite without React, React DOM and React Query, or the file as it ships. The aims are the limits that the tests hold (`e2e/embed/budgets.ts`).',
    rows,
  }
}

/** A project that has this package installed. */
function withPackage(project: string): string {
  const modules = join(project, 'node_modules')
  rmSync(project, { recursive: true, force: true })
  mkdirSync(modules, { recursive: true })
  symlinkSync(root, join(modules, 'outbound-number-picker'))
  return project
}
