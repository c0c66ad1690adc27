import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installPackages } from './browsers/supply/debian.ts'

/**
 * Debian's Chromium without the code of windows: the same engine, and the tests take a third less time in it. Not by its
 * launcher in /usr/bin, which would be ended in its place.
 */
const shell = '/usr/lib/chromium/chromium-headless-shell'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser to test in: the one named by `BROWSER_PATH`, the quick one, the system's, or Playwright's own. */
export function findBrowser(): string | undefined {
  return firstPresent([process.env.BROWSER_PATH, shell]) ?? findChromium()
}

/** The browser that an agent would have. */
function findChromium(): string | undefined {
  return firstPresent([process.env.BROWSER_PATH, ...installed, chromium.executablePath()])
}

function firstPresent(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && path !== '' && existsSync(path))
}

const isRoot = process.getuid?.() === 0

/** Nothing here is looked up outside, and root has no sandbox to run in. */
export const browserArguments = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/**
 * Finds a browser to test in, or installs one: Debian's quick one where packages can be installed.
 *
 * @throws {Error} saying what to install by hand
 */
export function provideBrowser(): string {
  if (!process.env.BROWSER_PATH && !existsSync(shell)) installPackages(['chromium-headless-shell'])
  return findBrowser() ?? provideChromium()
}

/**
 * Finds the Chromium or Chrome that an agent would have, or installs one: Playwright's own where its download can be
 * reached, else Debian's.
 *
 * @throws {Error} saying what to install by hand
 */
export function provideChromium(): string {
  const found = findChromium()
  if (found) return found

  process.stdout.write('No Chromium or Chrome found; installing one.\n')
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 5 * 60_000,
  })
  if (!findChromium()) installPackages(['chromium'])
  const path = findChromium()
  if (path) return path
  throw new Error(
    'No browser to test in. Install Chromium or Chrome, or name one: BROWSER_PATH=/path/to/chrome npm test',
  )
}
