import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'

/** Next to the port of the other browser tests, so that both can run at once. */
export const examplesPort = Number(process.env.E2E_PORT ?? 5174) + 1

/**
 * The folder of the packed package and the examples that use it. It is outside this project, so that nothing
 * resolves to this project's `node_modules`.
 */
export const examplesFolder = join(tmpdir(), `outbound-number-picker-${examplesPort}`)

/** The packed package. */
export function tarball(): string {
  const manifest = readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')
  const { name, version } = v.parse(
    v.object({ name: v.string(), version: v.string() }),
    JSON.parse(manifest),
  )
  return join(examplesFolder, `${name}-${version}.tgz`)
}
