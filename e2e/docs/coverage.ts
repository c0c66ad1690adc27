/**
 * Modules in the documents are compiled (`e2e/embed/samples.spec.ts`). Of every other block, this says which tests do
 * what it says, or why none does.
 */
export interface Entry {
  document: string
  /** The beginning of the block. */
  begins: string
  /** The test file that reads it, or does the same. */
  by?: string
  because?: string
}

const wordForWord = 'e2e/embed/wordForWord.spec.ts'

export const coverage: readonly Entry[] = [
  { document: 'README.md', begins: 'npm ci && npm start', by: 'playwright.config.ts' },
  {
    document: 'README.md',
    begins: 'export ALIBABA_CLOUD_ACCESS_KEY_ID=…',
    because: 'It needs an account of the real cloud.',
  },
  { document: 'README.md', begins: 'npm ci && npm run build && npm pack', by: wordForWord },
  { document: 'README.md', begins: 'npm init -y', by: wordForWord },
  { document: 'README.md', begins: '<!doctype html>', by: wordForWord },
  { document: 'README.md', begins: 'npx vite', by: wordForWord },
  { document: 'README.md', begins: 'npm i outbound-number-picker', by: wordForWord },
  { document: 'README.md', begins: 'npm ci && npm test', because: 'You are looking at it.' },
  {
    document: 'docs/architecture.md',
    begins: 'index.html  ',
    because: 'It is a list of folders.',
  },
  {
    document: 'CONTRIBUTING.md',
    begins: 'npm ci && npm start',
    because: 'CI and the tests of the README run these.',
  },
  { document: 'CONTRIBUTING.md', begins: ' browser  ', because: 'It is a picture of the house.' },
  { document: 'docs/embed.md', begins: 'npm i outbound-number-picker', by: wordForWord },
  { document: 'docs/embed.md', begins: '<outbound-number-picker endpoint', by: wordForWord },
  {
    document: 'docs/embed.md',
    begins: 'outbound-number-picker { --onp-dial',
    by: 'e2e/embed/samples.spec.ts',
  },
  { document: 'docs/embed.md', begins: '<script src=', by: wordForWord },
  {
    document: 'docs/embed.md',
    begins: '<script>\n  import',
    by: wordForWord,
  },
  {
    document: 'docs/embed.md',
    begins: "import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'",
    because:
      'Angular is too large to be installed for one sample. It was compiled and opened with Angular 22.',
  },
  { document: 'docs/embed.md', begins: 'const esModules = [', by: 'e2e/embed/samples.spec.ts' },
  {
    document: 'docs/embed.md',
    begins: '<meta name="parent-origins"',
    by: 'e2e/embed/frame.spec.ts',
  },
  { document: 'docs/embed.md', begins: "default-src 'none'", by: 'scripts/examples.ts' },
  {
    document: 'docs/picker.md',
    begins: '.onp { --onp-dial',
    by: 'e2e/embed/samples.spec.ts',
  },
  { document: 'docs/proxy.md', begins: 'CCC_INSTANCE_ID=ccc-test', by: wordForWord },
  { document: 'docs/proxy.md', begins: 'node --env-file=proxy.env', by: wordForWord },
  { document: 'docs/proxy.md', begins: 'TOKEN=$(', by: wordForWord },
  { document: 'docs/proxy.md', begins: "curl -s 'localhost:8787", by: wordForWord },
  {
    document: 'docs/proxy.md',
    begins: '# secrets.env',
    by: 'src/proxy/program/rotation.test.ts',
  },
  {
    document: 'docs/proxy.md',
    begins: 'podman build',
    because:
      'Few machines have podman; container.test.ts does what the file says in a folder of its own.',
  },
  {
    document: 'docs/proxy.md',
    begins: 'groupadd --system',
    because: 'It needs systemd, and changes the machine.',
  },
  { document: 'docs/proxy.md', begins: 'npm i outbound-number-picker hono@4', by: wordForWord },
]
