import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Desktop, Driver } from './driver.ts'
import { connectMarionette, type Marionette } from './marionette.ts'
import { poll } from './poll.ts'
import { createProfile, start } from './program.ts'
import { driveBy } from './webDriver.ts'

const session = v.object({ capabilities: v.object({ browserVersion: v.string() }) })
const wrapped = v.object({ value: v.unknown() })

/**
 * Drives Firefox through Marionette, which is WebDriver over a plain socket: what geckodriver speaks to it, without
 * geckodriver, which Debian does not have.
 */
export async function launchFirefox(path: string, desktop: Desktop): Promise<Driver> {
  const profile = createProfile()
  writePreferences(profile.folder, {
    // Any port that is free; Firefox writes it into its profile.
    'marionette.port': 0,
    'layout.css.prefers-color-scheme.content-override': desktop === 'dark' ? 0 : 1,
  })
  const parameters = ['--headless', '--marionette', '--no-remote', '--profile', profile.folder]
  const env = { MOZ_HEADLESS_WIDTH: '500', MOZ_HEADLESS_HEIGHT: '800' }
  const { check, stop } = start(path, parameters, { env })
  let marionette: Marionette | undefined
  const close = async () => {
    marionette?.close()
    await stop()
    profile.remove()
  }
  try {
    const port = await poll('Firefox opens its port', () => {
      check()
      return portIn(profile.folder)
    })
    marionette = connectMarionette(port)
    const { send } = marionette
    const begun = await send('WebDriver:NewSession', {})
    const { browserVersion } = v.parse(session, begun).capabilities
    return { version: `Firefox/${browserVersion}`, close, ...drive(send) }
  } catch (error) {
    await close()
    throw error
  }
}

function drive(send: Marionette['send']): Omit<Driver, 'version' | 'close'> {
  const value = async (answer: Promise<unknown>) => v.parse(wrapped, await answer).value
  return driveBy({
    navigate: (parameters) => send('WebDriver:Navigate', parameters),
    execute: (parameters) => value(send('WebDriver:ExecuteScript', parameters)),
    perform: (parameters) => send('WebDriver:PerformActions', parameters),
    screenshot: () => value(send('WebDriver:TakeScreenshot', { full: false })),
  })
}

function writePreferences(profile: string, preferences: Readonly<Record<string, number>>): void {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref("${name}", ${value});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
}

function portIn(profile: string): number | undefined {
  try {
    return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined
  } catch {
    return undefined
  }
}
