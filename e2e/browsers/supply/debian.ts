import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of these programs that is installed. */
function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
}

/**
 * A program that is installed, or that Debian can install for whoever may.
 *
 * @throws {Error} saying what to install by hand
 */
export function provideProgram(names: readonly string[], packages: readonly string[]): string {
  const found = findProgram(...names)
  if (found) return found
  installPackages(packages)
  const installed = findProgram(...names)
  if (installed) return installed
  throw new Error(`There is no ${names.join(' or ')}. Install ${packages.join(' and ')}.`)
}

/** Does nothing where packages cannot be installed; whoever needs them finds out. */
export function installPackages(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) return
  process.stdout.write(`Installing ${packages.join(' and ')}.\n`)
  for (const parameters of [
    ['update'],
    // Another test may just be installing something.
    ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', parameters, {
      // Only what goes wrong is of interest.
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 5 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
}
