import { defineConfig } from 'vite'

/** The proxy as one file that needs Node and nothing else: `dist/proxy/server.mjs`. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/proxy/program/main.ts',
    outDir: 'dist/proxy',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'server.mjs',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
})
