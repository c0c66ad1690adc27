import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { gallery } from './live/gallery.ts'
import { liveProxy } from './live/liveProxy.ts'

/** The browser tests bring a few pages of their own. */
const testPages = () =>
  readdirSync('e2e/pages')
    .filter((file) => file.endsWith('.html'))
    .map((file) => `e2e/pages/${file}`)

export default defineConfig(({ mode }) => ({
  plugins: [react(), liveProxy(), gallery()],
  // The headless example imports the package by its name.
  resolve: { alias: [{ find: /^outbound-number-picker$/, replacement: resolve('src/index.ts') }] },
  server: { port: 5173, strictPort: true },
  build: {
    outDir: 'dist/preview',
    rolldownOptions: {
      input: ['index.html', 'explorer.html', ...(mode === 'e2e' ? testPages() : [])],
    },
  },
}))
