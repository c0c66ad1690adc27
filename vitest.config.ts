import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['{src,mocks,scripts,e2e}/**/*.test.ts'], environment: 'node' },
})
