/** A browser with one page, as a test drives it. */
export interface Driver {
  /** What the browser says it is, such as `HeadlessChrome/92.0.4512.0`. */
  readonly version: string
  open(address: string): Promise<void>
  /** Evaluates an expression in the page; its value has to be a text. */
  evaluate(expression: string): Promise<string>
  /**
   * Presses keys one after the other, as a keyboard does: characters, names of `keys.ts`, or either with `Control+`
   * before it.
   */
  press(keys: readonly string[]): Promise<void>
  /** What the page looks like, as a PNG. */
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

/** The colors that the agent's system asks for. */
export type Desktop = 'light' | 'dark'

/** Starts a browser, with a profile of its own, on such a desktop. */
export type Launch = (desktop: Desktop) => Promise<Driver>
