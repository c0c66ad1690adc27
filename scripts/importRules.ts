/**
 * Which folders each folder may import, besides itself: imports point down only. `npm run docs` makes the
 * linter's rules in `biome.imports.json` from it.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/ccc': [],
  'src/client': ['src/ccc'],
  'src/picker': ['src/ccc', 'src/client'],
  'src/workbench': ['src/ccc', 'src/client', 'src/picker'],
  'src/element': ['src/ccc', 'src/client', 'src/picker'],
  'src/frame': ['src/ccc', 'src/client', 'src/picker', 'src/element'],
  'src/standalone': ['src/ccc', 'src/client', 'src/picker', 'src/workbench', 'src/element'],
  'src/proxy': ['src/ccc'],
  mocks: ['src/ccc'],
  'src/preview': ['src/ccc', 'src/client', 'src/picker', 'src/workbench', 'mocks'],
}

/** The parts of `src/proxy`: each may import those before it. */
export const proxyParts: readonly string[] = ['call', 'cloud', 'agent', 'program']

const folders = Object.keys(mayImport)

/** What the linter refuses, as the text of `biome.imports.json`; of two that match a file, the later one applies. */
export function importRules(): string {
  const overrides = [
    ...folders.map((folder) => override(folder, patternsOf(folder))),
    ...proxyParts.map((part, position) =>
      override(`src/proxy/${part}`, [
        ...patternsOf('src/proxy'),
        ...refused(proxyParts.slice(position + 1), `src/proxy/${part} is below that.`),
        faces(proxyParts.filter((other) => other !== part)),
      ]),
    ),
  ]
  return `${JSON.stringify({ overrides }, null, 2)}\n`
}

function patternsOf(folder: string) {
  const allowed = mayImport[folder] ?? []
  // Not even packages, so that it stays pure.
  if (allowed.length === 0) {
    return [{ group: ['**', '!./*'], message: `Arrows point down: ${folder} imports nothing.` }]
  }
  const others = folders.filter((other) => other !== folder)
  return [
    ...refused(
      others.filter((other) => !allowed.includes(other)),
      `${folder} may import ${allowed.join(', ')}.`,
    ),
    faces(others),
  ]
}

function refused(those: readonly string[], why: string) {
  if (those.length === 0) return []
  return [
    {
      group: those.map((folder) => `**/${nameOf(folder)}/**`),
      message: `Arrows point down: ${why}`,
    },
  ]
}

function faces(those: readonly string[]) {
  return {
    group: [
      ...those.map((folder) => `**/${nameOf(folder)}/**`),
      ...those.map((folder) => `!**/${nameOf(folder)}/index.ts`),
      '!**/*.css',
      '!**/*.css\\?inline',
    ],
    message: "A folder's face is its index.ts.",
  }
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1)
}

function override(folder: string, patterns: readonly object[]) {
  return {
    includes: [`${folder}/**`, ...(folder === 'src/ccc' ? ['!**/*.test.ts'] : [])],
    linter: {
      rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } },
    },
  }
}
