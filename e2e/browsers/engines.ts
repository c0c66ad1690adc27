import { provideChromium } from '../browser.ts'
import { launchChromium } from './drivers/chromium.ts'
import type { Launch } from './drivers/driver.ts'
import { launchFirefox } from './drivers/firefox.ts'
import { launchWebKit } from './drivers/webKit.ts'
import { provideProgram } from './supply/debian.ts'
import { provideOldChromium } from './supply/oldChromium.ts'

export interface Engine {
  name: string
  /** How its version begins, so that no other browser passes for it. */
  version: RegExp
  /**
   * Finds it, or fetches it.
   *
   * @throws {Error} saying what to install, if it cannot be had
   */
  provide: () => Promise<Launch>
}

/** From the oldest that the picker supports to those of today. */
export const engines: readonly Engine[] = [
  // The floor: 360 and QQ browsers have kernels like it.
  oldChromium('92.0.0'),
  // The last one for Windows 7 and 8; Electron 22 has the one before it.
  oldChromium('109.0.6'),
  // The last years' CSS is not in it yet.
  oldChromium('119.0.2'),
  {
    name: "Today's Chromium",
    version: /Chrome\//,
    provide: async () => {
      const path = provideChromium()
      return (desktop) => launchChromium(path, desktop)
    },
  },
  {
    name: 'Firefox ESR',
    version: /Firefox\//,
    provide: async () => {
      const path = provideProgram(['firefox-esr', 'firefox'], ['firefox-esr'])
      return (desktop) => launchFirefox(path, desktop)
    },
  },
  {
    name: 'WebKitGTK',
    version: /WebKitGTK\//,
    provide: async () => {
      const path = provideProgram(['WebKitWebDriver'], ['webkit2gtk-driver', 'xvfb'])
      provideProgram(['Xvfb'], ['xvfb'])
      return (desktop) => launchWebKit(path, desktop)
    },
  },
]

/** @param version of the npm package that has it */
function oldChromium(version: string): Engine {
  const [major = ''] = version.split('.')
  return {
    name: `Chromium ${major}`,
    version: new RegExp(`Chrome/${major}\\.`),
    provide: async () => {
      const path = await provideOldChromium(version)
      return (desktop) => launchChromium(path, desktop)
    },
  }
}
