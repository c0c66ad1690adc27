/** The modules in the documents, compiled against the packed package; those that are tests of their own are run. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { blocks } from '../docs/blocks.ts'
import { root } from '../docs/markdown.ts'
import { modules } from '../docs/modules.ts'
import { examplesFolder } from './examplesFolder.ts'

// All in one folder.
test.describe.configure({ mode: 'default' })

const folder = join(examplesFolder, 'samples')
const packed = join(examplesFolder, 'react-19/node_modules/outbound-number-picker')

/** Each module in a file that says where it is from: `docs-embed.md-3.ts`. */
const files = new Map(
  modules.map((block, index) => {
    const from = `${block.document.replace('/', '-')}-${index}`
    const extension = block.file ? extname(block.file) : `.${block.language}`
    return [`${from}${extension}`, block.text]
  }),
)

test.beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  const installed = join(folder, 'node_modules')
  mkdirSync(installed, { recursive: true })
  // All that a reader may have installed; the package itself is the packed one.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(installed, name))
  }
  cpSync(packed, join(installed, 'outbound-number-picker'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  cpSync(join(root, 'e2e/docs/around/names.d.ts'), join(folder, 'names.d.ts'))
})

const languages = [
  // In plain JavaScript, nobody says that something is there, or of which type.
  { what: 'JavaScript', extensions: ['.js', '.mjs'], strict: false },
  { what: 'strict TypeScript', extensions: ['.ts', '.tsx'], strict: true },
]

for (const { what, extensions, strict } of languages) {
  test(`every sample in ${what} compiles`, () => {
    const include = [...files.keys()].filter((file) => extensions.includes(extname(file)))
    expect(include.length).toBeGreaterThan(3)
    const config = join(folder, `tsconfig.${strict ? 'ts' : 'js'}.json`)
    const compilerOptions = {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      moduleDetection: 'force',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      jsx: 'react-jsx',
      allowJs: true,
      checkJs: true,
      strict,
      skipLibCheck: true,
      types: ['vite/client'],
      noEmit: true,
    }
    writeFileSync(config, JSON.stringify({ compilerOptions, files: [...include, 'names.d.ts'] }))
    const tsc = resolve(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync('node', [tsc, '-p', config], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toBe('')
  })
}

test('the samples that are tests pass', () => {
  const tests = [...files].filter(([, text]) => text.includes("from 'vitest'"))
  expect(tests).toHaveLength(2)
  for (const [file, text] of tests) writeFileSync(join(folder, `${file}.test.ts`), text)
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  execFileSync('node', [vitest, 'run', '--root', folder], { cwd: folder })
})

test('what a sample says that it prints, it prints', () => {
  const [file, text = ''] =
    [...files].find(([, text]) => text.includes('console.log(dialing')) ?? []
  const [, promised] = /\/\/ (.+)$/.exec(text) ?? []
  const tsx = resolve(root, 'node_modules/tsx/dist/cli.mjs')
  const said = execFileSync('node', [tsx, file ?? ''], { cwd: folder, encoding: 'utf8' })
  expect(said.trim()).toBe(promised)
})

test('a sample that is a file of an example is that file', () => {
  const config = blocks.find(({ file }) => file === 'jest.config.cjs')
  expect(`${config?.text}\n`).toBe(
    readFileSync(join(root, 'examples/jest/jest.config.cjs'), 'utf8'),
  )
})

test('what samples set in style sheets, the picker reads', () => {
  const css = blocks.filter(({ language }) => language === 'css').map(({ text }) => text)
  expect(css).toHaveLength(2)
  const rules = readFileSync(join(packed, 'dist/style.css'), 'utf8')
  const script = readFileSync(join(packed, 'dist/outbound-number-picker.js'), 'utf8')
  for (const text of css) {
    for (const [name = ''] of text.matchAll(/--[\w-]+/g)) expect(rules).toContain(`var(${name}`)
    for (const [, part = ''] of text.matchAll(/::part\((\w+)\)/g)) {
      expect(script).toContain(`part:"${part}"`)
    }
  }
})
