import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'

/** Where `npm run build:storybook` puts it. */
const built = 'dist/gallery/index.html'

/** Serves the gallery beside the desktop; the first visitor of a fresh checkout has it built. */
export function gallery(): Plugin {
  return { name: 'gallery', configureServer: mount, configurePreviewServer: mount }
}

function mount({ middlewares, config }: ViteDevServer | PreviewServer): void {
  let ready: ReturnType<typeof serve> | undefined

  async function serve() {
    if (!existsSync(built)) {
      config.logger.info('The gallery is being built, which takes some twenty seconds.')
      await build()
    }
    const files = new Hono()
      .get('/gallery', (c) => c.redirect('/gallery/'))
      .use('/gallery/*', serveStatic({ root: 'dist' }))
    return getRequestListener(files.fetch, { overrideGlobalObjects: false })
  }

  middlewares.use('/gallery', async (request, response, next) => {
    try {
      ready ??= serve()
      const listener = await ready
      request.url = request.originalUrl ?? request.url
      await listener(request, response)
    } catch (error) {
      ready = undefined
      next(error)
    }
  })
}

/** As by hand: Vite's own server would have it built for development. */
function build(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' }
  const command = spawn('npm', ['run', 'build:storybook'], { stdio: 'inherit', env })
  return new Promise((resolve, reject) => {
    command.once('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(
            'The gallery could not be built: see above what "npm run build:storybook" said.',
          ),
        )
    })
  })
}
