import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codeOf, written } from './code.ts'

it('writes what is plain data as it is, and a flag by its name', () => {
  const code = codeOf({ userId: 'agent@ccc-test', memory: false, maskCallee: true, count: 3 })
  expect(code).toContain('      userId="agent@ccc-test"\n')
  expect(code).toContain('      memory={false}\n      maskCallee\n      count={3}\n')
})

it('writes what it was told how to write, with its imports', () => {
  const hours = written(() => true, 'callingHours()', 'callingHours')
  const code = codeOf({ beforeDial: hours })
  expect(code).toContain('import { callingHours, createProxyClient, OutboundNumberPicker } from')
  expect(code).toContain('      beforeDial={callingHours()}\n')
})

it('leaves out what is not set', () => {
  expect(codeOf({ userId: undefined })).not.toContain('userId')
})

interface Told {
  args?: Record<string, unknown>
  parameters?: { code?: string }
}

type Stories = Record<string, Told> & { default: Told }

it('shows code for every story that a strict project compiles', () => {
  const files = import.meta.glob<Stories>('./*.stories.tsx', { eager: true })
  const folder = mkdtempSync(join(import.meta.dirname, 'code-'))
  try {
    for (const [file, { default: meta, ...stories }] of Object.entries(files)) {
      for (const [name, { args, parameters }] of Object.entries(stories)) {
        const code = parameters?.code ?? meta.parameters?.code ?? codeOf({ ...meta.args, ...args })
        if (code.startsWith('<')) continue
        writeFileSync(join(folder, `${file.slice(2).split('.')[0]}.${name}.tsx`), code)
      }
    }
    const settings = {
      extends: '../../../../tsconfig.json',
      compilerOptions: {
        types: ['vite/client'],
        paths: {
          'outbound-number-picker': ['../../../index.ts'],
          'outbound-number-picker/*': ['../../../*/index.ts'],
        },
      },
      include: ['*.tsx'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
    expect(spawnSync('npx', ['tsc', '-p', folder], { encoding: 'utf8' }).stdout).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 60_000)
