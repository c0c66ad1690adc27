import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as v from 'valibot'
import { tarball } from './examplesFolder.ts'

const root = resolve(import.meta.dirname, '../..')

const Manifest = v.looseObject({ name: v.string(), version: v.string() })
type Manifest = v.InferOutput<typeof Manifest>

/** A version of a package, and the folder that it is in. */
interface Installed {
  folder: string
  manifest: Manifest
}

/**
 * Serves the packages that this project has installed, and the packed package itself, as a registry does: `npm i`
 * does what it does everywhere, without a network.
 */
export async function serveRegistry(): Promise<{ url: string; close: () => void }> {
  const installed = readInstalled()
  const packed = manifestIn(root)

  const app = new Hono()
  app.get('/-/:name/:version', async (c) => {
    const { name, version } = c.req.param()
    const found = installed.get(name)?.find(({ manifest }) => manifest.version === version)
    if (name === packed.name) return c.body(new Uint8Array(readFileSync(tarball())))
    return found ? c.body(new Uint8Array(await archive(found.folder))) : c.notFound()
  })
  app.get('/*', (c) => {
    const name = decodeURIComponent(c.req.path.slice(1))
    const manifests =
      name === packed.name ? [packed] : (installed.get(name) ?? []).map(({ manifest }) => manifest)
    const [latest] = manifests
    if (!latest) return c.json({ error: `${name} is not installed` }, 404)
    const versions = manifests.map((manifest) => {
      const { origin } = new URL(c.req.url)
      const dist = { tarball: `${origin}/-/${encodeURIComponent(name)}/${manifest.version}` }
      return [manifest.version, { ...manifest, dist }]
    })
    return c.json({
      name,
      'dist-tags': { latest: latest.version },
      versions: Object.fromEntries(versions),
    })
  })
  const server = serve({ fetch: app.fetch, port: 0 })
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The registry has no port.')
  return { url: `http://localhost:${address.port}`, close: () => server.close() }
}

/** All that is installed, by name; what projects get if they name no version comes first. */
function readInstalled(): ReadonlyMap<string, readonly Installed[]> {
  const Lock = v.object({ packages: v.record(v.string(), v.object({})) })
  const lock = v.parse(Lock, JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')))
  const installed = new Map<string, Installed[]>()
  for (const path of Object.keys(lock.packages)) {
    const folder = resolve(root, path)
    // Of packages for several systems, one is here.
    if (path === '' || !existsSync(resolve(folder, 'package.json'))) continue
    const manifest = manifestIn(folder)
    installed.set(manifest.name, [...(installed.get(manifest.name) ?? []), { folder, manifest }])
  }
  return installed
}

function manifestIn(folder: string): Manifest {
  return v.parse(Manifest, JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')))
}

/** npm leaves out the first folder's name, whatever it is. */
async function archive(folder: string): Promise<Buffer> {
  const name = basename(folder)
  const parameters = ['-cf', '-', `--exclude=${name}/node_modules`, '-C', dirname(folder), name]
  const made = await promisify(execFile)('tar', parameters, {
    encoding: 'buffer',
    maxBuffer: 2 ** 28,
  })
  return made.stdout
}
