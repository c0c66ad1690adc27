import type { Driver } from './drivers/driver.ts'
import { poll } from './drivers/poll.ts'
import type { Seen } from './pages/seen.ts'
import type { Build, Site } from './site.ts'

/** What a test asks of the page. */
export interface Wishes {
  theme?: 'light' | 'dark'
  /** A guard refuses every call. */
  refuse?: boolean
  /** The browser remembers what it did on the last visit. */
  again?: boolean
  /** The page lacks what Firefox 91 and Safari 15.4 lack. */
  lacking?: boolean
}

let visits = 0

/** An agent's desk: a page with the picker, in a browser. */
export class Desk {
  readonly #driver: Driver
  readonly #site: Site
  readonly #build: Build
  #address = ''

  constructor(driver: Driver, site: Site, build: Build) {
    this.#driver = driver
    this.#site = site
    this.#build = build
  }

  /** Opens the page and puts the focus into the callee field. */
  async open({ theme, ...flags }: Wishes = {}): Promise<void> {
    const wishes = new URLSearchParams({ visit: `${++visits}` })
    if (theme) wishes.set('theme', theme)
    for (const [flag, isSet] of Object.entries(flags)) if (isSet) wishes.set(flag, '')
    this.#address = `${this.#site.address}/${this.#build}?${wishes}`
    await this.#driver.open(this.#address)
    await this.sees('the four skill groups', ({ callee, ticked }) => {
      return callee !== null && ticked.length === 4
    })
    await this.focusOn('[part=callee]')
  }

  /**
   * Waits until the page is like that, but no longer than it takes to know that it will not be: whatever goes wrong
   * in the page ends the test.
   */
  async sees(what: string, isSo: (seen: Seen) => boolean): Promise<Seen> {
    let last: Seen | undefined
    try {
      return await poll(
        what,
        async () => {
          last = await this.#look()
          if (!last) return undefined
          if (last.complaints.length > 0) throw new Error(last.complaints.join('; '))
          return isSo(last) ? last : undefined
        },
        8_000,
      )
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`
      throw new Error(`${reason}${last ? tell(last) : ''}`)
    }
  }

  async focusOn(selector: string): Promise<void> {
    await this.#driver.evaluate(`String(focusOn(${JSON.stringify(selector)}))`)
  }

  press(...keys: readonly string[]): Promise<void> {
    return this.#driver.press(keys)
  }

  screenshot(): Promise<Buffer> {
    return this.#driver.screenshot()
  }

  /** Undefined while the page is on its way. */
  async #look(): Promise<Seen | undefined> {
    const told = await this.#driver.evaluate(`typeof look === 'function' ? look() : ''`)
    if (told === '') return undefined
    const seen: Seen = JSON.parse(told)
    return seen.address === this.#address ? seen : undefined
  }
}

/** What the page says instead. */
function tell({ callee, candidates, status, alert, dialed, picks }: Seen): string {
  const counts = `${candidates.length} candidates, ${picks} picks, ${dialed.length} dialed`
  return ` (callee ${JSON.stringify(callee)}, ${counts}, status "${status}", alert "${alert}")`
}
