import { execFileSync, spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { installPackages } from './debian.ts'

/** Kept between runs, and shared by all checkouts: each browser is 50 MB to fetch, and 170 MB unpacked. */
const cache = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'outbound-number-picker-browsers',
)

/**
 * Chromium as it was: real builds for Linux, which an npm package carries for servers without a browser. They are
 * fetched on first use and are no dependencies, so that `npm ci` stays light.
 *
 * @param version of the package, whose first number is Chromium's
 * @throws {Error} if it cannot be fetched, or does not run here
 */
export async function provideOldChromium(version: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Its builds are for Linux on x64.')
  }
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await fetchChromium(version, folder)
  const path = join(folder, 'chromium')
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' })
  // Everything else is inside, or part of any system.
  if (stdout?.includes('not found')) installPackages(['libnss3', 'libexpat1'])
  return path
}

async function fetchChromium(version: string, folder: string): Promise<void> {
  process.stdout.write(`Fetching Chromium ${version}.\n`)
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, 'new-'))
  try {
    const named = `@sparticuz/chromium@${version}`
    const tarball = execFileSync('npm', ['pack', '--silent', named], {
      cwd: unfinished,
      encoding: 'utf8',
      timeout: 5 * 60_000,
    }).trim()
    const packed = 'package/bin/chromium.br'
    execFileSync('tar', ['-xzf', tarball, packed], { cwd: unfinished })
    await pipeline(
      createReadStream(join(unfinished, packed)),
      createBrotliDecompress(),
      createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }),
    )
    for (const part of [tarball, 'package']) rmSync(join(unfinished, part), { recursive: true })
    // Only a whole one gets the name, so that an interrupted run leaves nothing half done.
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}
