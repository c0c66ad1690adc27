import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['{src,mocks,scripts}/**/*.test.ts'], environment: 'node' },
})
