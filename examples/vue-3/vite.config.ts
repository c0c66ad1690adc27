import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    vue({
      template: { compilerOptions: { isCustomElement: (tag) => tag === 'outbound-number-picker' } },
    }),
  ],
  server: { proxy: { '/aliyun': 'http://localhost:8787' } },
})
