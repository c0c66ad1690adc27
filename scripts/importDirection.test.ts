import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRules, mayImport, proxyParts } from './importRules.ts'

const root = resolve(import.meta.dirname, '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arrows-'))
  for (const file of ['biome.json', 'biome.imports.json']) {
    await cp(join(root, file), join(folder, file))
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(() => rm(folder, { recursive: true }))

interface Import {
  /** The folder of the file that imports. */
  from: string
  source: string
}

/** Writes a file for each import, in `from`. */
async function write(imports: readonly Import[]): Promise<readonly string[]> {
  return Promise.all(
    imports.map(async ({ from, source }, index) => {
      const path = join(from, `x${index}.ts`)
      await mkdir(join(folder, dirname(path)), { recursive: true })
      await writeFile(join(folder, path), `import { x } from '${source}'\n\nexport const y = x\n`)
      return path
    }),
  )
}

/** What the linter says of these imports, each by itself. */
async function lint(imports: readonly Import[]): Promise<readonly string[]> {
  const paths = await write(imports)
  const said = await new Promise<string>((done) => {
    const biome = join(root, 'node_modules/.bin/biome')
    const parameters = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', ...paths]
    execFile(biome, parameters, { cwd: folder, maxBuffer: 1e8 }, (_error, out, err) =>
      done(out + err),
    )
  })
  expect(said).toContain(`Checked ${paths.length} file`)
  await Promise.all(paths.map((path) => rm(join(folder, path))))
  return paths.map(
    (path) => said.split(/^(?=\S+\.ts:\d)/m).find((one) => one.startsWith(path)) ?? '',
  )
}

function face(from: string, to: string): Import {
  return { from, source: `${relative(from, to)}/index.ts` }
}

const folders = Object.keys(mayImport)
const pairs = folders.flatMap((from) =>
  folders.filter((to) => to !== from).map((to) => ({ from, to })),
)

describe('the import-direction rule', () => {
  it('stands in biome.imports.json as the table has it; if not, npm run docs mends it', async () => {
    expect(await readFile(join(root, 'biome.imports.json'), 'utf8')).toBe(importRules())
  })

  it('refuses every folder that the table does not allow, and no other', async () => {
    const said = await lint(pairs.map(({ from, to }) => face(from, to)))
    for (const [index, { from, to }] of pairs.entries()) {
      const allowed = mayImport[from]?.includes(to)
      const expectation = expect(said[index], `${from} → ${to}`)
      if (allowed) expectation.toBe('')
      else expectation.toContain('Arrows point down')
    }
  })

  it('refuses to reach past a face', async () => {
    const allowed = pairs.filter(({ from, to }) => mayImport[from]?.includes(to))
    const deep = ['x.ts', 'deep/x.ts', 'deep/index.ts']
    const imports = allowed.flatMap(({ from, to }) =>
      deep.map((file) => ({ from, source: `${relative(from, to)}/${file}` })),
    )
    const said = await lint(imports)
    for (const [index, { from, source }] of imports.entries()) {
      expect(said[index], `${from} → ${source}`).toContain("A folder's face is its index.ts")
    }
  })

  it('lets a part of the proxy import those before it alone', async () => {
    const parts = proxyParts.flatMap((from) => proxyParts.map((to) => ({ from, to })))
    const others = parts.filter(({ from, to }) => from !== to)
    const said = await lint(
      others.map(({ from, to }) => face(`src/proxy/${from}`, `src/proxy/${to}`)),
    )
    for (const [index, { from, to }] of others.entries()) {
      const allowed = proxyParts.indexOf(to) < proxyParts.indexOf(from)
      const expectation = expect(said[index], `${from} → ${to}`)
      if (allowed) expectation.toBe('')
      else expectation.toContain('Arrows point down')
    }
  })

  it('keeps the contract free of packages, and allows the rest', async () => {
    const refused = ['zustand', 'node:fs'].map((source) => ({ from: 'src/ccc', source }))
    for (const said of await lint(refused)) expect(said).toContain('Arrows point down')
    const allowed = [
      { from: 'src/ccc', source: './number.ts' },
      { from: 'src/picker', source: 'zustand' },
      { from: 'src/picker/messages', source: '../store.ts' },
      { from: 'src/element', source: '../picker/picker.css?inline' },
      { from: 'src/proxy/agent', source: '../refusal.ts' },
      { from: 'mocks/cloud', source: '../model/index.ts' },
    ]
    expect(await lint(allowed)).toEqual(allowed.map(() => ''))
  })
})
