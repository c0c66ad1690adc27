import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { liveProxy } from './scripts/liveProxy.ts'

export default defineConfig({
  plugins: [react(), liveProxy()],
  server: { port: 5173, strictPort: true },
  build: { outDir: 'dist/preview' },
})
