import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { budgets, bundle, gzipped } from './budgets.ts'
import { examplesFolder, tarball } from './examplesFolder.ts'

/** A project with the packed package, React 19 and React Query, and nothing else. */
const project = join(examplesFolder, 'react-19')
const packed = join(project, 'node_modules/outbound-number-picker')

/** What Node prints for a module of that project. */
function node(source: string): string {
  const parameters = ['--input-type=module', '--eval', source]
  return execFileSync('node', parameters, { cwd: project, encoding: 'utf8' })
}

for (const { what, limit, content } of budgets) {
  test(`${what} stays within ${limit} bytes`, async () => {
    const size = gzipped(await content(project))
    test.info().annotations.push({ type: 'gzip -9', description: `${size} bytes` })
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(limit)
  })
}

test('publint finds nothing', () => {
  const said = execFileSync('npx', ['publint', '--strict', tarball()], { encoding: 'utf8' })
  expect(said).toContain('All good!')
})

test('attw finds the types of every entry', () => {
  const noTypes = ['style.css', 'frame/index.html', 'script']
  const parameters = [
    'attw',
    tarball(),
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    ...noTypes,
  ]
  expect(execFileSync('npx', parameters, { encoding: 'utf8' })).not.toContain('❌')
})

for (const [example, file] of [
  ['react-19', 'react.tsx'],
  ['react-18', 'react.tsx'],
  ['vue-3', 'element.ts'],
  ['vue-3', 'vue.ts'],
] as const) {
  test(`a strict project compiles against the packed types: ${file} in ${example}`, () => {
    const folder = join(examplesFolder, example, `types-${file}`)
    for (const name of [file, 'tsconfig.json']) {
      cpSync(join('e2e/embed/types', name), join(folder, name))
    }
    const { stdout } = spawnSync('npx', ['tsc', '-p', folder], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })
}

/** What docs/embed.md promises of TypeScript: its oldest, and each way of finding modules. */
for (const [typescript, example, module, ...files] of [
  ['typescript-5.4', 'react-19', 'ESNext', 'react.tsx', 'element.ts'],
  ['typescript-5.4', 'vue-3', 'ESNext', 'vue.ts', 'element.ts'],
  ['typescript-5.4', 'react-19', 'Node16', 'react.tsx', 'element.ts'],
  ['typescript', 'react-19', 'NodeNext', 'react.tsx', 'element.ts'],
] as const) {
  test(`the packed types compile with ${typescript} and ${module}: ${files.join(' and ')}`, () => {
    test.slow()
    const folder = join(examplesFolder, example, `types-${typescript}-${module}`)
    for (const name of [...files, 'tsconfig.json']) {
      cpSync(join('e2e/embed/types', name), join(folder, name))
    }
    const moduleResolution = module === 'ESNext' ? 'bundler' : module
    const tsc = join('node_modules', typescript, 'bin/tsc')
    const resolution = ['--module', module, '--moduleResolution', moduleResolution]
    const parameters = [tsc, '-p', folder, ...resolution]
    expect(spawnSync('node', parameters, { encoding: 'utf8' }).stdout).toBe('')
  })
}

test('a project that embeds the picker gets seven packages', () => {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const manifest = JSON.parse(
      readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'),
    )
    const optional = manifest.peerDependenciesMeta ?? {}
    const peers = Object.keys(manifest.peerDependencies ?? {}).filter((peer) => !optional[peer])
    for (const other of [...Object.keys(manifest.dependencies ?? {}), ...peers]) visit(other)
  }
  for (const name of ['outbound-number-picker', 'react', 'react-dom', '@tanstack/react-query']) {
    visit(name)
  }
  expect([...found]).toContain('zustand')
  expect(found.size).toBe(7)
})

test('on a server, importing is harmless and the picker renders', () => {
  const html = node(`
    import { createElement } from 'react'
    import { renderToString } from 'react-dom/server'
    import { createProxyClient, OutboundNumberPicker } from 'outbound-number-picker'
    import 'outbound-number-picker/element'
    import 'outbound-number-picker/element/define'
    import 'outbound-number-picker/frame'
    import 'outbound-number-picker/workbench'
    const client = createProxyClient({ endpoint: '/aliyun/ccc/api' })
    console.log(renderToString(createElement(OutboundNumberPicker, { client, onDial() {} })))
  `)
  expect(html).toContain('被叫号码')
})

test("what React's server side must leave to the browser says so", () => {
  for (const module of [
    'OutboundNumberPicker',
    'PickerView',
    'useOutboundNumberPicker',
    'usePicker',
  ]) {
    const code = readFileSync(join(packed, `dist/src/picker/view/${module}.js`), 'utf8')
    expect(code).toMatch(/^["']use client["'];/)
  }
})

test('every module that a module names is packed', () => {
  const modules = readdirSync(join(packed, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^(src|mocks)[\\/].*\.js$/.test(path),
  )
  expect(modules.length).toBeGreaterThan(100)
  for (const path of modules) {
    const source = readFileSync(join(packed, 'dist', path), 'utf8')
    for (const [, name = ''] of source.matchAll(/(?:from|import\() ?["'](\.[^"']+)["']/g)) {
      expect(existsSync(join(packed, 'dist', path, '..', name)), `${path} names ${name}`).toBe(true)
    }
  }
})

test('what a project does not use, its bundle does not contain', async () => {
  const code = await bundle(project, "export { formatNumber } from 'outbound-number-picker'")
  expect(code).not.toContain('PickOutboundNumbers')
  expect(code).not.toContain('react')
  expect(code.length).toBeLessThan(3000)
})

test('only what is built for development explains props that are wrong', async () => {
  const source =
    "export { OutboundNumberPicker, useOutboundNumberPicker } from 'outbound-number-picker'"
  const texts = ['Import the language', 'leave it out', 'Pass what createProxyClient']
  const development = await bundle(project, source, { builtFor: 'development' })
  const production = await bundle(project, source)
  for (const text of texts) {
    expect(development).toContain(text)
    expect(production).not.toContain(text)
    for (const script of ['outbound-number-picker.js', 'frame/page.js']) {
      expect(readFileSync(join(packed, 'dist', script), 'utf8')).not.toContain(text)
    }
  }
  expect(production).not.toContain('process.env')
})

test('every entry, the script and the element know the version', () => {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const said = node(`
    import { version } from 'outbound-number-picker'
    import { OutboundNumberPickerElement } from 'outbound-number-picker/element/define'
    console.log(version, OutboundNumberPickerElement.version)
  `)
  expect(said).toBe(`${version} ${version}\n`)
  const script = readFileSync(join(packed, 'dist/outbound-number-picker.js'), 'utf8')
  expect(script).toContain(`"${version}"`)
})

test('an import of the element under a tag of its own defines nothing by itself', async () => {
  const source = "export { define } from 'outbound-number-picker/element/define'"
  expect(await bundle(project, source)).toContain('customElements')
  expect(node("import 'outbound-number-picker/element/define'")).toBe('')
  const unused = await bundle(project, "import 'outbound-number-picker/element/define'")
  expect(unused).not.toContain('customElements')
})

test('the element is in a bundle that imports it for its effect alone', async () => {
  const code = await bundle(project, "import 'outbound-number-picker/element'")
  expect(code).toContain('customElements')
})

test('what has everything inside names whose it is, and is ASCII where a page loads it', () => {
  const scripts = ['outbound-number-picker.js', 'frame/page.js']
  for (const file of [...scripts, 'proxy/server.mjs']) {
    const code = readFileSync(join(packed, 'dist', file), 'utf8')
    for (const name of file.startsWith('proxy') ? ['jose', 'pino'] : ['preact', 'zustand']) {
      expect(code, file).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)$`, 'm'))
    }
    expect(code, file).toContain('Permission is hereby granted')
  }
  for (const file of scripts) {
    expect(readFileSync(join(packed, 'dist', file), 'utf8')).toMatch(/^\p{ASCII}*$/u)
  }
})

test('what has everything inside begins with the word that has Chromium compile it while it loads', () => {
  for (const file of ['outbound-number-picker.js', 'frame/page.js']) {
    const [first] = readFileSync(join(packed, 'dist', file), 'utf8').split('\n')
    expect(first, file).toBe('//# allFunctionsCalledOnLoad')
  }
})
