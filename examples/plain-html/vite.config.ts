import { defineConfig } from 'vite'

export default defineConfig({
  server: { proxy: { '/aliyun': 'http://localhost:8787' } },
})
