/**
 * `npm run screenshots`: stories of the gallery at every width, theme and language, and a sheet per story with all of
 * them side by side, in `screenshots/`. The README's pictures are made too. If stories are named as arguments, such as
 * `faults--offline`, only their pictures are made again; `readme` stands for the README's. The gallery has to be built
 * first (`npm run build:storybook`).
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { browserArguments, provideBrowser } from '../e2e/browser.ts'
import { storyAddress, storyFinished } from '../e2e/gallery.ts'
import { choices, type Looks } from '../src/preview/stories/looks.ts'

const folder = 'screenshots'

/** Stories in which something looks different from all others. */
const stories = [
  'basics--empty',
  'basics--incomplete',
  'basics--invalid',
  'basics--several-numbers',
  'basics--extension',
  'basics--dialed',
  'basics--no-candidate',
  'places--same-city',
  'places--unknown-places',
  'all-numbers--opened',
  'all-numbers--fifty',
  'edges--markup',
  'edges--many-groups',
  'edges--no-group-list',
  'edges--masked-callee',
  'faults--never-answers',
  'faults--session-expired',
  'faults--unknown-instance',
  'faults--bad-gateway',
  'guards-and-notes--warned',
  'guards-and-notes--refused',
  'guards-and-notes--unchecked',
  'guards-and-notes--notes-and-caps',
  'memory--remembered',
  'memory--pinned',
  'workbench--dialing',
  'workbench--on-break',
  'hosts--headless',
  'hosts--ant-design',
]

/** What a host's page may do besides, each shown with one story. */
const pages: Readonly<Record<string, { story: string; css: string; looks?: Partial<Looks> }>> = {
  compact: { story: 'places--same-city', css: '', looks: { density: 'compact' } },
  narrow: {
    story: 'places--same-city',
    css: '.host .host-panel { inline-size: 200px !important }',
  },
  large: { story: 'places--same-city', css: '.onp { --onp-font-size: 18px }' },
  rtl: { story: 'guards-and-notes--refused', css: 'html { direction: rtl }' },
}

const combinations = choices.locale.flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    choices.width.map((width) => ({ locale, theme, width })),
  ),
)

async function open(page: Page, story: string, looks: Partial<Looks>): Promise<void> {
  await page.goto(storyAddress(story, { 'a11y.manual': '!true', ...looks }))
  await storyFinished(page)
}

async function shoot(browser: Browser, baseURL: string, name: string): Promise<string[]> {
  const { story, css, looks } = pages[name] ?? { story: name, css: '' }
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 900 } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const files: string[] = []
  for (const combination of combinations) {
    await open(page, story, { ...combination, ...looks })
    if (css) await page.addStyleTag({ content: css })
    const { width, theme, locale } = combination
    const path = `${folder}/${name}-${width}-${theme}-${locale}.png`
    await page.locator('.host-panel').screenshot({ path })
    files.push(path)
  }
  await page.close()
  return files
}

/** All pictures of a story on one page. */
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

/** The README's pictures, twice as sharp as the others. */
const readme = { light: 'docs/picker.png', dark: 'docs/picker-dark.png' } as const

async function shootReadme(browser: Browser, baseURL: string) {
  for (const theme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL, deviceScaleFactor: 2, colorScheme: theme })
    const page = await context.newPage()
    await open(page, 'places--same-city', { theme })
    await page.locator('.host-panel').screenshot({ path: readme[theme] })
    await context.close()
  }
}

if (!existsSync('dist/gallery/index.json')) {
  throw new Error('There is no gallery yet. Run "npm run build:storybook" first.')
}
const wanted = process.argv.slice(2)
const server = await preview({ preview: { port: 0 } })
const address = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })

if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const all = [...stories, ...Object.keys(pages), 'readme']
for (const name of wanted.length > 0 ? wanted : all) {
  if (name === 'readme') {
    await shootReadme(browser, address)
    continue
  }
  const files = await shoot(browser, address, name)
  await sheet(browser, name, files)
  process.stdout.write(`${name}: ${files.length} pictures\n`)
}
await browser.close()
await server.close()
