import { defineConfig } from 'vite'

export default defineConfig({
  // As an object it keeps the page's host, which the proxy compares with the page's origin.
  server: { proxy: { '/aliyun': { target: 'http://localhost:8787' } } },
})
