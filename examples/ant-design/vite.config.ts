import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const adoptedStyles = fileURLToPath(new URL('adoptedStyles.ts', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^.*\/(dynamicCSS|cssUtils)$/, replacement: adoptedStyles }] },
  server: { proxy: { '/aliyun': 'http://localhost:8787' } },
})
