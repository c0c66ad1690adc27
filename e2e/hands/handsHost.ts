import type { Locator, Page } from '@playwright/test'

/** What a host's looks may leave out. */
export type Feature =
  /** The picker's own looks: where things stand, and that they stay there. */
  | 'layout'
  /** The buttons around the callers: more, all numbers, pin. */
  | 'others'
  /** The button that takes the first of several numbers. */
  | 'takeFirst'

/** A page with a picker on it, of which all that these tests know is what an agent and a host can do. */
export interface HandsHost {
  name: string
  lacks: readonly Feature[]
  /**
   * Opens the page. `window.hands` is there before anything of the page runs: the page draws its picker with
   * `hands.options`, calls `hands.attach` with what it can do to it, and has a text area called Notes besides.
   */
  goto: (page: Page) => Promise<void>
  /** The element that the picker stands in. */
  root: (page: Page) => Locator
}
