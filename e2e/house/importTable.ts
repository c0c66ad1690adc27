/**
 * Which folders each folder may import, besides itself. Imports point down only: a row names rows above it.
 * A file belongs to the longest folder that holds it, so `src/picker` is the files directly in it.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/ccc': [],
  'src/client': ['src/ccc'],
  'src/picker/memory': [],
  'src/picker/core': ['src/ccc', 'src/client', 'src/picker/memory'],
  'src/picker/messages': ['src/ccc', 'src/picker/core'],
  'src/picker/guards': ['src/client', 'src/picker/core'],
  'src/picker/view': ['src/ccc', 'src/client', 'src/picker/core', 'src/picker/messages'],
  'src/picker': [
    'src/ccc',
    'src/client',
    'src/picker/memory',
    'src/picker/core',
    'src/picker/messages',
    'src/picker/guards',
    'src/picker/view',
  ],
  'src/history': ['src/ccc', 'src/client', 'src/picker'],
  'src/workbench': ['src/ccc', 'src/client', 'src/picker'],
  'src/element': ['src/ccc', 'src/client', 'src/picker'],
  'src/frame': ['src/ccc', 'src/client', 'src/picker', 'src/element'],
  'src/standalone': ['src/ccc', 'src/client', 'src/picker', 'src/workbench', 'src/element'],
  'src/proxy': ['src/ccc'],
  mocks: ['src/ccc'],
  'src/preview': [
    'src/ccc',
    'src/client',
    'src/picker',
    'src/history',
    'src/workbench',
    'src/element',
    'src/frame',
    'mocks',
  ],
}

/** The parts of `src/proxy`: each may import those before it, and the files around them. */
export const proxyParts: readonly string[] = ['call', 'cloud', 'agent', 'history', 'program']

/** Examples are files to copy whole, and have no face; these folders show them. */
export const showExamples: readonly string[] = ['src/preview']

/** The version of the package is in its `package.json`, and comes into the house here. */
export const readManifest: readonly string[] = ['src/client']

/** These import not even packages, so that they stay pure; their tests may. */
export const withoutPackages: readonly string[] = ['src/ccc']
