import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,mocks,live,e2e,bench,reference}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // All cores: by itself, Vitest leaves one of them idle.
    maxWorkers: '100%',
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
  },
  resolve: {
    // What the samples import is the package as it is installed; here it is its source.
    alias: {
      'outbound-number-picker/proxy': resolve('src/proxy/index.ts'),
      'outbound-number-picker': resolve('src/index.ts'),
    },
  },
})
