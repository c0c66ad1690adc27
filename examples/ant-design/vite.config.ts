import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const adoptedStyles = fileURLToPath(new URL('adoptedStyles.ts', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^.*\/(dynamicCSS|cssUtils)$/, replacement: adoptedStyles }] },
  // As an object it keeps the page's host, which the proxy compares with the page's origin.
  server: { proxy: { '/aliyun': { target: 'http://localhost:8787' } } },
})
