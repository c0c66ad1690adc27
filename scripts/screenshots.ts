/**
 * `npm run screenshots`: the picker in every state, at every width, theme and language, and a sheet
 * per state with all of them side by side, in `screenshots/`. The README's picture is made too. If
 * states are named as arguments, only their pictures are made again.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { browserArguments, provideBrowser } from '../e2e/browser.ts'
import { choices, type Settings, writeSettings } from '../src/preview/settings.ts'

const folder = 'screenshots'
const themes = ['light', 'dark'] as const

interface State {
  settings?: Partial<Settings>
  /** Default: all of them. */
  widths?: readonly Settings['width'][]
  /** How it is reached. */
  reach: (page: Page) => Promise<void>
}

const states: Record<string, State> = {
  empty: { reach: async () => {} },
  incomplete: { reach: (page) => type(page, '13800') },
  invalid: { reach: (page) => type(page, '138;DROP TABLE') },
  several: { reach: (page) => type(page, '95588 96688') },
  asking: {
    reach: async (page) => {
      await type(page, '199 0000 0011')
      await page.locator('.onp-skeleton').waitFor()
    },
  },
  found: { reach: (page) => find(page, '0571 8765 4321') },
  compact: { settings: { density: 'compact' }, reach: (page) => find(page, '0571 8765 4321') },
  extension: { reach: (page) => find(page, '010-89898989转8001') },
  dialed: { reach: (page) => dial(page) },
  masked: {
    settings: { mask: 'on' },
    reach: async (page) => {
      await dial(page)
      await page.getByRole('radio').first().focus()
    },
  },
  remembered: {
    reach: async (page) => {
      await find(page, '138 8888 8888')
      await page.keyboard.press('Alt+5')
      await page.getByRole('button', { name: /^(固定此号码|Pin this)$/ }).click()
      await page.locator('input[type=tel]').focus()
      await page.keyboard.press('Alt+5')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('customer'))
      await page.reload()
      await ready(page)
      await find(page, '138 8888 8888')
    },
  },
  notes: { settings: { notes: 'on' }, reach: (page) => find(page, '138 8888 8888') },
  'all-numbers': {
    reach: async (page) => {
      await find(page, '138 8888 8888')
      await page.getByRole('button', { name: /^(全部号码|All numbers)$/ }).click()
      await page.getByRole('radio').nth(40).waitFor()
    },
  },
  break: { settings: { agent: 'break' }, reach: (page) => find(page, '138 8888 8888') },
  checking: {
    settings: { guard: 'hang' },
    reach: async (page) => {
      await dial(page)
      await page.getByText(/^(正在检查…|Checking…)$/).waitFor()
    },
  },
  warned: {
    settings: { guard: 'warn' },
    reach: async (page) => {
      await dial(page)
      await page.locator('[part=warning] button:focus').waitFor()
    },
  },
  refused: {
    settings: { guard: 'refuse' },
    reach: async (page) => {
      await dial(page)
      await page.getByRole('alert').waitFor()
    },
  },
  unchecked: {
    settings: { guard: 'hang' },
    reach: async (page) => {
      await dial(page)
      await page.getByRole('alert').waitFor()
    },
  },
  many: { reach: (page) => find(page, '199 0000 0013') },
  odd: { reach: (page) => find(page, '199 0000 0012') },
  narrow: {
    widths: ['280'],
    reach: async (page) => {
      await style(page, '.desktop .desktop-picker { width: 200px }')
      await find(page, '0571 8765 4321')
    },
  },
  large: {
    reach: async (page) => {
      await style(page, '.onp { --onp-font-size: 18px }')
      await find(page, '0571 8765 4321')
    },
  },
  rtl: {
    settings: { guard: 'refuse', notes: 'on' },
    reach: async (page) => {
      await page.evaluate(() => {
        document.dir = 'rtl'
      })
      await dial(page)
      await page.getByRole('alert').waitFor()
    },
  },
  'no-numbers': {
    reach: async (page) => {
      await type(page, '199 0000 0004')
      await page.getByText(/没有找到|No caller number/).waitFor()
    },
  },
  'no-groups': {
    settings: { groups: 'host' },
    reach: async (page) => {
      await type(page, '138 8888 8888')
      for (const box of await page.getByRole('group').getByRole('checkbox').all()) {
        await box.uncheck()
      }
    },
  },
  'group-ids': { settings: { groups: 'ids' }, reach: (page) => type(page, '138 8888 8888') },
  session: { reach: (page) => problem(page, '199 0000 0302') },
  instance: { reach: (page) => problem(page, '199 0000 0404') },
  gateway: { reach: (page) => problem(page, '199 0000 0502') },
}

/** Once skill groups can be chosen. */
async function ready(page: Page) {
  await page.locator('.onp-groups :is(.onp-chip, input[type=text])').first().waitFor()
}

async function find(page: Page, number: string) {
  await type(page, number)
  await page.getByRole('radio').first().waitFor()
}

async function dial(page: Page) {
  await find(page, '138 8888 8888')
  await page.locator('[part=dial]:not([aria-disabled])').waitFor()
  await page.keyboard.press('Enter')
}

async function type(page: Page, number: string) {
  await page.locator('input[type=tel]').fill(number)
}

/** What a host's style sheet may say besides. */
async function style(page: Page, content: string) {
  await page.addStyleTag({ content })
}

async function problem(page: Page, number: string) {
  await type(page, number)
  await page.getByRole('alert').waitFor()
}

const combinations = choices.locale.flatMap((locale) =>
  themes.flatMap((theme) => choices.width.map((width) => ({ locale, theme, width }))),
)

async function shoot(browser: Browser, address: string, { reach }: State, file: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(address)
  await ready(page)
  await reach(page)
  await page.locator('.desktop-picker').screenshot({ path: file })
  await page.close()
}

/** All pictures of a state on one page. */
async function sheet(browser: Browser, name: string, files: readonly string[]) {
  const page = await browser.newPage({ viewport: { width: 2250, height: 100 } })
  await page.goto(pathToFileURL(`${process.cwd()}/index.html`).href)
  const images = files.map((file) => `<img src="${pathToFileURL(file).href}">`).join('')
  await page.setContent(
    `<body style="margin:8px;display:flex;flex-wrap:wrap;gap:8px;align-items:start;background:#888">${images}`,
  )
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.screenshot({ path: `${folder}/sheet-${name}.png`, fullPage: true })
  await page.close()
}

/** The README's picture, twice as sharp as the others. */
async function shootReadme(browser: Browser, address: string) {
  const context = await browser.newContext({ deviceScaleFactor: 2, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(`${address}?source=mock&locale=zh-CN&theme=light`)
  await ready(page)
  await find(page, '0571 8765 4321')
  await page.locator('.desktop-picker').screenshot({ path: 'docs/picker.png' })
  await context.close()
}

const wanted = process.argv.slice(2)
for (const name of wanted) {
  if (name in states) continue
  throw new Error(`There is no state "${name}". Name any of ${Object.keys(states).join(', ')}.`)
}

// Not where the tests' preview is, which may be in use.
const outDir = `${tmpdir()}/outbound-number-picker-screenshots`
await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } })
const server = await preview({ build: { outDir }, preview: { port: 0 } })
const address = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, state] of Object.entries(states)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const files: string[] = []
  for (const looks of combinations) {
    if (state.widths?.includes(looks.width) === false) continue
    const settings = { source: 'mock', ...looks, ...state.settings } as const
    const file = `${folder}/${name}-${looks.width}-${looks.theme}-${looks.locale}.png`
    await shoot(browser, address + writeSettings(settings), state, file)
    files.push(file)
  }
  await sheet(browser, name, files)
  process.stdout.write(`${name}: ${files.length} pictures\n`)
}
if (wanted.length === 0) await shootReadme(browser, address)
await browser.close()
await server.close()
