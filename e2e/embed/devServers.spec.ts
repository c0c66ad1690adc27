import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { createServer } from 'vite'
import { Picker, pasteAndDial } from '../picker.ts'
import { examplesFolder } from './examplesFolder.ts'

const root = resolve(import.meta.dirname, '../..')

// One after the other: they are all told to be at the ports that the documentation names.
test.describe.configure({ mode: 'serial' })

let proxy: ChildProcess

/** `npm run proxy -- --simulate`, as the documentation says; without npm, so that it ends when it is told to. */
test.beforeAll(async () => {
  proxy = spawn('npx', ['tsx', 'scripts/proxy.ts', '--simulate'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '8787' },
    detached: true,
  })
  if (!proxy.stdout) throw new Error('The proxy has no output.')
  for await (const line of createInterface({ input: proxy.stdout })) {
    if (line.includes('listens at')) return
  }
  throw new Error('The proxy did not start; is something else at port 8787?')
})

// With its children: npx and tsx are processes of their own.
test.afterAll(() => void (proxy.pid && process.kill(-proxy.pid)))

for (const example of ['react-19', 'plain-html', 'iframe']) {
  test(`${example} dials from its own development server`, async ({ page }) => {
    const folder = join(examplesFolder, example)
    const vite = join(folder, 'node_modules/vite')
    if (!existsSync(vite)) symlinkSync(join(root, 'node_modules/vite'), vite)
    const server = await createServer({
      root: folder,
      configFile: join(folder, 'vite.config.ts'),
      logLevel: 'error',
      server: { port: 5173, strictPort: true },
    })
    await server.listen()
    try {
      const frame = example === 'iframe' ? page.frameLocator('iframe') : undefined
      const picker = new Picker(page, frame)
      await page.goto('http://localhost:5173/')
      await pasteAndDial(picker)
      await expect(picker.status).toHaveText('正在拨打 138 8888 8888')
    } finally {
      await server.close()
    }
  })
}
