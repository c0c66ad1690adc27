import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Not the desktop's, which has the live proxy in it. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      // Example hosts import the package by its name.
      {
        find: /^outbound-number-picker$/,
        replacement: fileURLToPath(new URL('../src/index.ts', import.meta.url)),
      },
    ],
  },
})
