import { cpSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'
import { browserArguments, provideChromium } from '../e2e/browser.ts'

const root = resolve(import.meta.dirname, '..')
const outDir = join(root, 'dist/bench')

const config: InlineConfig = {
  root: join(root, 'bench/pages'),
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  preview: { port: 0 },
  build: {
    outDir,
    emptyOutDir: true,
    rolldownOptions: {
      input: ['painting', 'typing', 'days'].map((page) => join(root, `bench/pages/${page}.html`)),
    },
  },
}

/** The pages of `bench/pages`, built as a company builds its own, and a browser that an agent would have. */
export interface Site {
  browser: Browser
  url: (page: string) => string
  open: (page: string) => Promise<Page>
  close: () => Promise<void>
}

export async function openSite(): Promise<Site> {
  await build(config)
  // Pages without a bundler, and what is packed for them.
  for (const file of [
    'bench/pages/bare.html',
    'bench/pages/script.html',
    'dist/outbound-number-picker.js',
    'dist/style.css',
  ]) {
    cpSync(join(root, file), join(outDir, basename(file)))
  }
  const server = await preview(config)
  const browser = await chromium.launch({
    executablePath: provideChromium(),
    args: browserArguments,
  })
  const url = (page: string) => new URL(`${page}.html`, server.resolvedUrls?.local[0]).href
  return {
    browser,
    url,
    open: async (name) => {
      const page = await browser.newPage({ locale: 'zh-CN' })
      await page.goto(url(name))
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
