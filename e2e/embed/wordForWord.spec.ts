/**
 * What the documents tell readers to do, done as they are told: the blocks are read out of the documents, and run in
 * folders that are empty at first. `e2e/docs/coverage.ts` lists them.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { compile } from 'svelte/compiler'
import { createServer } from 'vite'
import { accessKey, startMockCloud } from '../../mocks/cloud/index.ts'
import { provideProgram } from '../browsers/supply/debian.ts'
import { blocks, blocksUnder } from '../docs/blocks.ts'
import { root } from '../docs/markdown.ts'
import { Picker, pasteAndDial } from '../picker.ts'
import { examplesFolder, tarball } from './examplesFolder.ts'
import { serveRegistry } from './registry.ts'
import { openTerminal, type Terminal } from './terminal.ts'

// One after the other: they are all told to be at the ports that the documents name. Installing takes its time.
test.describe.configure({ mode: 'default', timeout: 180_000 })

const react = join(examplesFolder, 'react-19')
const packed = join(react, 'node_modules/outbound-number-picker')
const fiveMinutes = blocksUnder('README.md', 'Five minutes to your own page')
const desk = 'http://localhost:5173/'

let registry: Awaited<ReturnType<typeof serveRegistry>>
let terminal: Terminal

test.beforeAll(async () => {
  registry = await serveRegistry()
})
test.afterAll(() => registry.close())
test.beforeEach(() => {
  terminal = openTerminal(registry.url)
})
test.afterEach(() => terminal.close())

/** An empty folder, beside a checkout that has packed the package. */
function emptyFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'reader-'))
  for (const name of ['desk', 'outbound-number-picker']) mkdirSync(join(parent, name))
  cpSync(tarball(), join(parent, 'outbound-number-picker', basename(tarball())))
  return join(parent, 'desk')
}

/** An example in a checkout that has packed the package, and nothing installed. */
function copyOf(example: string): string {
  const folder = join(emptyFolder(), '../outbound-number-picker/examples', example)
  cpSync(join(root, 'examples', example), folder, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  })
  return folder
}

/** Has a folder use what this project has installed. */
function borrow(name: string, folder: string): void {
  const borrowed = join(folder, 'node_modules', name)
  if (!existsSync(borrowed)) symlinkSync(join(root, 'node_modules', name), borrowed)
}

/** Answers pages at port 5173 as their own configuration says, until the work with them is done. */
async function serving(folder: string, work: () => Promise<void>) {
  const port = { port: 5173, strictPort: true }
  const server = await createServer({ root: folder, logLevel: 'error', server: port })
  await server.listen()
  try {
    await work()
  } finally {
    await server.close()
  }
}

async function paste(page: Page, callee: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), callee)
  await page.getByRole('textbox', { name: '被叫号码' }).click()
  await page.keyboard.press('ControlOrMeta+V')
}

test.describe('with the proxy and a simulated call center', () => {
  let operator: Terminal

  test.beforeAll(async () => {
    const [make = '', simulate = ''] = fiveMinutes[0]?.text.split('\n') ?? []
    // What these tests open was made in the same way.
    expect(make).toBe('npm ci && npm run build && npm pack')
    operator = openTerminal(registry.url)
    await operator.start(simulate, root, 'listens at')
  })
  test.afterAll(() => operator.close())

  test('the README leads from an empty folder to a call, in five minutes', async ({ page }) => {
    const folder = emptyFolder()
    for (const { text, file } of fiveMinutes.slice(1)) {
      if (file !== null) writeFileSync(join(folder, file), text)
      else if (text === 'npx vite') await terminal.start(text, folder, 'ready in')
      else await terminal.run(text, folder)
    }
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.goto(desk)
    await paste(page, '138 8888 8888')
    await expect(page.getByRole('radio')).toHaveCount(5)
    await page.keyboard.press('Enter')
    await expect(page.getByText('拨号中，不能外呼')).toBeVisible()
    expect(complaints).toEqual([])
  })

  const examplePages = readdirSync(join(root, 'examples')).filter((example) =>
    existsSync(join(root, 'examples', example, 'index.html')),
  )
  for (const example of examplePages) {
    test(`examples/${example}: it installs, compiles, starts and dials`, async ({ page }) => {
      const folder = copyOf(example)
      await terminal.run('npm i', folder)
      await terminal.run('npm run types --if-present', folder)
      await terminal.start('npm start', folder, 'ready in')
      const frame = example === 'iframe' ? page.frameLocator('iframe') : undefined
      const picker = new Picker(page, frame)
      await page.goto(desk)
      await pasteAndDial(picker)
      await expect(picker.status).toHaveText('正在拨打 138 8888 8888')
    })
  }

  const byLanguage = (language: string, begins = '') =>
    blocks.find((block) => block.language === language && block.text.includes(begins))?.text ?? ''
  const proxyConfig = fiveMinutes.find(({ file }) => file === 'vite.config.mjs')?.text ?? ''
  const element = byLanguage('html', '<outbound-number-picker endpoint')

  /** The samples that are pages, or parts of one; each says on the console what it dials. */
  const pages: readonly [name: string, files: Readonly<Record<string, string>>][] = [
    [
      'the component in React',
      {
        'sample.tsx': byLanguage('tsx', 'OutboundNumberPicker'),
        'main.tsx': `import { createRoot } from 'react-dom/client'
          import { Dialer } from './sample'
          createRoot(document.body.appendChild(document.createElement('div'))).render(<Dialer />)`,
        'index.html': '<body><script type="module" src="/main.tsx"></script></body>',
      },
    ],
    [
      'the element in a module',
      {
        'main.js': byLanguage('js', "import 'outbound-number-picker/element'\n\nconst picker"),
        'index.html': `${element}<script type="module" src="/main.js"></script>`,
      },
    ],
    [
      'the element in Svelte',
      {
        'Dialer.js': compile(byLanguage('svelte'), {}).js.code,
        'main.js': `import { mount } from 'svelte'
          import Dialer from './Dialer'
          mount(Dialer, { target: document.body })`,
        'index.html': '<body><script type="module" src="/main.js"></script></body>',
      },
    ],
  ]
  for (const [name, files] of pages) {
    test(`${name} dials as docs/embed.md and the README show`, async ({ page }) => {
      borrow('svelte', react)
      const folder = join(react, name)
      mkdirSync(folder, { recursive: true })
      for (const [file, text] of Object.entries({ ...files, 'vite.config.mjs': proxyConfig })) {
        writeFileSync(join(folder, file), text)
      }
      const dialed: string[] = []
      page.on('console', (message) => {
        if (message.text().startsWith('dial ')) dialed.push(message.text())
      })
      await serving(folder, async () => {
        await page.goto(desk)
        await paste(page, '138 8888 8888')
        await page.getByRole('radio', { name: '010 8989 8989' }).click()
        await page.keyboard.press('Enter')
        await expect.poll(() => dialed).toEqual(['dial 13888888888 01089898989'])
      })
    })
  }

  test('one script and the element make a page', async ({ page }) => {
    const folder = join(emptyFolder(), 'page')
    mkdirSync(folder)
    const script = 'outbound-number-picker.js'
    cpSync(join(packed, 'dist', script), join(folder, script))
    const html = byLanguage('html', '<script src="outbound-number-picker.js"')
    writeFileSync(join(folder, 'index.html'), `${html}\n${element}`)
    writeFileSync(join(folder, 'vite.config.mjs'), proxyConfig)
    await serving(folder, async () => {
      await page.goto(desk)
      await paste(page, '138 8888 8888')
      await expect(page.getByRole('radio')).toHaveCount(5)
    })
  })
})

test('in ten minutes docs/proxy.md leads to a running, checked proxy', async () => {
  provideProgram(['curl'], ['curl'])
  const [environment, ...commands] = blocksUnder(
    'docs/proxy.md',
    'Ten minutes to a running, checked proxy',
  )
  const folder = emptyFolder()
  symlinkSync(join(packed, 'dist'), join(folder, 'dist'))
  const cloud = await startMockCloud({ port: 0 })
  try {
    const own: Readonly<Record<string, string>> = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKey.secret,
      PROXY_JWT_SECRET: (await terminal.run('openssl rand -base64 32', folder)).trim(),
    }
    const lines = environment?.text.split('\n').map((line) => {
      const [name = ''] = line.split('=')
      return line.endsWith('=…') ? `${name}=${own[name]}` : line
    })
    writeFileSync(
      join(folder, 'proxy.env'),
      [...(lines ?? []), `CCC_ENDPOINT=${cloud.url}`].join('\n'),
    )
    // In one shell: the proxy runs in its background, and the token is one of its variables.
    const script = commands.map(({ text }) => text).join('\necho\n')
    const said = await terminal.run(`trap 'kill %1' EXIT\n${script}`, folder)
    const promised = [...script.matchAll(/^# (\{"Code":"[\w.]+")/gm)].map(([, begin = '']) => begin)
    expect(promised).toHaveLength(2)
    for (const begin of promised) expect(said).toContain(begin)
    expect(said).toContain('"Data":[{')
  } finally {
    await cloud.close()
  }
})

for (const { document, section, text } of blocks.filter(({ text }) =>
  text.startsWith('npm i outbound-number-picker'),
)) {
  test(`npm finds what ${document} installs: ${section.at(-1)}`, async () => {
    const folder = emptyFolder()
    await terminal.run('npm init -y', folder)
    await terminal.run(`${text} --dry-run`, folder)
  })
}

test('examples/jest: it installs, and its test passes', async () => {
  const folder = copyOf('jest')
  await terminal.run('npm i', folder)
  await terminal.run('npx jest', folder)
})
