import { defineConfig } from 'vite'
import { licenseFile, notices } from './vite.notices.ts'

/** The proxy as one file that needs Node and nothing else: `dist/proxy/server.mjs`. */
export default defineConfig({
  publicDir: false,
  plugins: [notices()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/proxy/program/main.ts',
    outDir: 'dist/proxy',
    target: 'node20',
    minify: true,
    license: { fileName: licenseFile },
    rolldownOptions: {
      output: {
        entryFileNames: 'server.mjs',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
})
