/**
 * `npm run screenshots`: the picker in every state, at every width, theme and language, and a sheet
 * per state with all of them side by side, in `screenshots/`. The README's picture is made too.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { createServer } from 'vite'
import { choices, type Settings, writeSettings } from '../src/preview/settings.ts'
import { browserArguments, provideBrowser } from './browser.ts'

const folder = 'screenshots'
const themes = ['light', 'dark'] as const

/** How each state is reached. */
const states: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => {},
  incomplete: (page) => type(page, '13800'),
  invalid: (page) => type(page, '138;DROP TABLE'),
  asking: async (page) => {
    await type(page, '199 0000 0011')
    await page.locator('.onp-skeleton').waitFor()
  },
  found: async (page) => {
    await type(page, '0571 8765 4321')
    await page.getByRole('radio').first().waitFor()
  },
  extension: async (page) => {
    await type(page, '010-89898989转8001')
    await page.getByRole('radio').first().waitFor()
  },
  dialed: async (page) => {
    await type(page, '138 8888 8888')
    await page.getByRole('radio').first().waitFor()
    await page.keyboard.press('Enter')
  },
  many: async (page) => {
    await type(page, '199 0000 0013')
    await page.getByRole('radio').first().waitFor()
  },
  odd: async (page) => {
    await type(page, '199 0000 0012')
    await page.getByRole('radio').first().waitFor()
  },
  'no-numbers': async (page) => {
    await type(page, '199 0000 0004')
    await page.getByText(/没有找到|No caller number/).waitFor()
  },
  'no-groups': async (page) => {
    await type(page, '138 8888 8888')
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  },
  session: (page) => problem(page, '199 0000 0302'),
  instance: (page) => problem(page, '199 0000 0404'),
  gateway: (page) => problem(page, '199 0000 0502'),
}

async function type(page: Page, number: string) {
  await page.locator('input[type=tel]').fill(number)
}

async function problem(page: Page, number: string) {
  await type(page, number)
  await page.getByRole('alert').waitFor()
}

const combinations = choices.locale.flatMap((locale) =>
  themes.flatMap((theme) => choices.width.map((width) => ({ locale, theme, width }))),
)

async function shoot(
  browser: Browser,
  address: string,
  state: string,
  settings: Partial<Settings>,
) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(address + writeSettings(settings))
  await page.getByRole('checkbox').first().waitFor()
  await states[state]?.(page)
  const file = `${folder}/${state}-${settings.width}-${settings.theme}-${settings.locale}.png`
  await page.locator('.desktop-picker').screenshot({ path: file })
  await page.close()
  return file
}

/** All pictures of a state on one page. */
async function sheet(browser: Browser, state: string, files: readonly string[]) {
  const page = await browser.newPage({ viewport: { width: 2250, height: 100 } })
  await page.goto(pathToFileURL(`${process.cwd()}/index.html`).href)
  const images = files.map((file) => `<img src="${pathToFileURL(file).href}">`).join('')
  await page.setContent(
    `<body style="margin:8px;display:flex;flex-wrap:wrap;gap:8px;align-items:start;background:#888">${images}`,
  )
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.screenshot({ path: `${folder}/sheet-${state}.png`, fullPage: true })
  await page.close()
}

/** The README's picture, twice as sharp as the others. */
async function shootReadme(browser: Browser, address: string) {
  const context = await browser.newContext({ deviceScaleFactor: 2, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${address}?source=mock&locale=zh-CN&theme=light`)
  await page.getByRole('checkbox').first().waitFor()
  await states.found?.(page)
  await page.locator('.desktop-picker').screenshot({ path: 'docs/picker.png' })
  await context.close()
}

const server = await createServer({ server: { port: 0, strictPort: false } })
await server.listen()
const address = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const wanted = process.argv.slice(2)
for (const state of Object.keys(states)) {
  if (wanted.length > 0 && !wanted.includes(state)) continue
  const files: string[] = []
  for (const looks of combinations) {
    files.push(await shoot(browser, address, state, { source: 'mock', ...looks }))
  }
  await sheet(browser, state, files)
  process.stdout.write(`${state}: ${files.length} pictures\n`)
}
await shootReadme(browser, address)
await browser.close()
await server.close()
