import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arrows-'))
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(() => rm(folder, { recursive: true }))

/** What the linter says of a file at `path` that imports `source`. */
async function lint(path: string, source: string): Promise<string> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `import { x } from '${source}'\n\nexport const y = x\n`)
  return new Promise((done) => {
    const biome = join(root, 'node_modules/.bin/biome')
    execFile(biome, ['lint', '--vcs-enabled=false', path], { cwd: folder }, (_error, out, err) =>
      done(out + err),
    )
  })
}

describe('the import-direction rule', () => {
  it.each([
    ['src/ccc/x.ts', '../client/index.ts'],
    ['src/ccc/x.ts', 'zustand'],
    ['src/ccc/x.ts', 'node:fs'],
    ['src/client/x.ts', '../picker/index.ts'],
    ['src/picker/deep/er/x.ts', '../../../preview/index.ts'],
    ['src/picker/x.tsx', '../element/index.ts'],
    ['src/picker/x.tsx', '../../mocks/index.ts'],
    ['src/element/x.ts', '../workbench/index.ts'],
    ['src/frame/x.ts', '../../mocks/index.ts'],
    ['src/standalone/x.ts', '../preview/index.ts'],
    ['src/workbench/x.ts', '../element/index.ts'],
    ['src/proxy/x.ts', '../client/index.ts'],
    ['src/proxy/x.ts', '../../mocks/cloud/index.ts'],
    ['mocks/x.ts', '../src/picker/index.ts'],
    ['mocks/cloud/x.ts', '../../src/proxy/index.ts'],
  ])('refuses that %s imports %s', async (path, source) => {
    expect(await lint(path, source)).toContain('Arrows point down')
  })

  it.each([
    ['src/picker/x.ts', '../ccc/number.ts'],
    ['mocks/x.ts', '../src/ccc/place.ts'],
  ])('refuses that %s reaches past a face to %s', async (path, source) => {
    expect(await lint(path, source)).toContain("A folder's face is its index.ts")
  })

  it.each([
    ['src/ccc/x.ts', './number.ts'],
    ['src/client/x.ts', '../ccc/index.ts'],
    ['src/picker/x.ts', '../client/index.ts'],
    ['src/picker/x.ts', 'zustand'],
    ['src/picker/messages/x.ts', '../../ccc/index.ts'],
    ['src/element/x.ts', '../picker/index.ts'],
    ['src/element/x.ts', '../picker/picker.css?inline'],
    ['src/frame/x.ts', '../element/index.ts'],
    ['src/standalone/x.ts', '../workbench/index.ts'],
    ['src/preview/x.ts', '../../mocks/index.ts'],
    ['src/proxy/x.ts', '../ccc/index.ts'],
    ['mocks/x.ts', '../src/ccc/index.ts'],
  ])('allows that %s imports %s', async (path, source) => {
    const said = await lint(path, source)
    expect(said).toContain('Checked 1 file')
    expect(said).not.toContain('noRestrictedImports')
  })
})
