import { defineConfig } from '@playwright/test'
import { examplesPort } from './e2e/embed/examplesFolder.ts'
import base from './playwright.config.ts'

/** The tests of the packed package: `scripts/examples.ts` builds, packs and serves what they open. */
export default defineConfig({
  ...base,
  testDir: 'e2e/embed',
  testIgnore: [],
  use: { ...base.use, baseURL: `http://localhost:${examplesPort}` },
  webServer: {
    command: 'npx tsx scripts/examples.ts',
    url: `http://localhost:${examplesPort}/plain-html/`,
    timeout: 180_000,
    stdout: 'pipe',
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
