import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'

/** Where `npm run build:storybook` puts it. */
const built = 'dist/gallery'

/** Serves the gallery beside the desktop; the first visitor of a fresh checkout has it built. */
export function gallery(): Plugin {
  return { name: 'gallery', configureServer: mount, configurePreviewServer: mount }
}

function mount({ middlewares, config }: ViteDevServer | PreviewServer): void {
  let building: Promise<void> | undefined
  const files = new Hono().use('/gallery/*', serveStatic({ root: 'dist' }))
  const listener = getRequestListener(files.fetch, { overrideGlobalObjects: false })

  middlewares.use('/gallery', async (request, response) => {
    if (!existsSync(`${built}/index.html`)) {
      config.logger.info('The gallery is being built, which takes some twenty seconds.')
      building ??= build()
      await building
    }
    request.url = request.originalUrl ?? request.url
    await listener(request, response)
  })
}

function build(): Promise<void> {
  const command = spawn('npm', ['run', 'build:storybook'], { stdio: 'inherit' })
  return new Promise((resolve) => command.once('exit', () => resolve()))
}
