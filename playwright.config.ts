import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/browser.ts'

const port = Number(process.env.E2E_PORT ?? 5174)
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: /[\\/]e2e[\\/]embed[\\/]/,
  fullyParallel: true,
  workers: 2,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: `npm run build:storybook && npx vite build --mode e2e && npx vite preview --port ${port} --strictPort`,
    port,
    timeout: 180_000,
    // The tests are written for the simulated cloud, whatever instance the environment names.
    env: { CCC_INSTANCE_ID: '' },
    reuseExistingServer: false,
  },
})
