import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { DialDraft } from '../../src/picker/index.ts'
import { type Given, installHands } from './inPage.ts'

export { expect }

/** What a host's looks may leave out. */
export type Feature =
  /** The picker's own looks: where things stand, and that they stay there. */
  | 'layout'
  /** The buttons around the callers: more, all numbers, pin. */
  | 'others'
  /** The button that takes the first of several numbers. */
  | 'takeFirst'
  /** Texts that only the picker's own looks have. */
  | 'remember'

/** A page with a picker on it, of which all that these tests know is what an agent and a host can do. */
export interface HandsHost {
  name: string
  lacks: readonly Feature[]
  /**
   * Opens the page. Before its picker is drawn, `window.hands` is there: its `options` are the picker's, and the
   * page calls `hands.attach` with a way to pass on others.
   */
  goto: (page: Page) => Promise<void>
  /** The element that the picker stands in. */
  root: (page: Page) => Locator
}

/** One picker, the agent at it, and the host around it. */
export class Hands {
  readonly callee: Locator
  readonly radios: Locator
  readonly dial: Locator
  readonly status: Locator
  readonly alert: Locator
  readonly confirm: Locator
  readonly cancel: Locator
  readonly retry: Locator
  readonly more: Locator
  /** A field of the host's. */
  readonly notes: Locator
  readonly root: Locator

  constructor(
    readonly page: Page,
    readonly host: HandsHost,
  ) {
    this.root = host.root(page)
    const button = (name: string) => this.root.getByRole('button', { name, exact: true })
    this.callee = this.root.getByRole('textbox', { name: '被叫号码' })
    this.radios = this.root.getByRole('radio')
    this.dial = button('拨打')
    this.status = this.root.getByRole('status')
    this.alert = this.root.getByRole('alert')
    this.confirm = button('仍要拨打')
    this.cancel = button('取消')
    this.retry = button('重试')
    this.more = button('更多号码')
    this.notes = page.getByRole('textbox', { name: 'Notes' })
  }

  async open(given: Given = {}): Promise<void> {
    await this.page.addInitScript(installHands, given)
    await this.host.goto(this.page)
    await this.callee.waitFor()
  }

  /** Opens the page with its clock in the test's hand. */
  async openStopped(given: Given = {}): Promise<void> {
    await this.page.clock.install()
    await this.open(given)
  }

  /** From now on time passes only as the test says. */
  async stopClock(): Promise<void> {
    await this.page.clock.pauseAt(Date.now() + 60_000)
  }

  async pass(milliseconds: number): Promise<void> {
    await this.page.clock.runFor(milliseconds)
  }

  /** A number with its callers, long enough on the screen for any key to count. */
  async ready(number = '13888888888'): Promise<void> {
    await this.callee.fill(number)
    await expect(this.radios).toHaveCount(5)
    await expect(this.dial).toBeEnabled()
  }

  /** The same with the clock stopped afterwards. */
  async readyStopped(number?: string): Promise<void> {
    await this.ready(number)
    await this.stopClock()
  }

  dialed(): Promise<DialDraft[]> {
    return this.page.evaluate(() => window.hands.dialed)
  }

  /** The callers that the guard was asked about. */
  checked(): Promise<string[]> {
    return this.page.evaluate(() => window.hands.checks.map(({ draft }) => draft.caller))
  }

  asked(): Promise<string[]> {
    return this.page.evaluate(() => window.hands.asked.map(({ callee }) => callee))
  }

  async expectChecks(count: number): Promise<void> {
    await expect.poll(async () => (await this.checked()).length).toBe(count)
  }

  /** Pastes through the real clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.callee.focus()
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  async undo(): Promise<void> {
    await this.callee.press('ControlOrMeta+Z')
  }

  /** Texts of this form that a screen reader says once it is done with what it is saying. */
  saidPolitely(text: string | RegExp): Promise<string[]> {
    return this.root
      .locator('[aria-live=polite], output')
      .filter({ hasText: text })
      .allTextContents()
  }

  /** Of each check, whether its guard may still answer. */
  isChecking(): Promise<boolean[]> {
    return this.page.evaluate(() => window.hands.checks.map(({ signal }) => !signal.aborted))
  }

  /** Answers the last request for callers, where the host holds answers back. */
  async answer(rows?: number): Promise<void> {
    await this.page.waitForFunction(() => window.hands.asked.length > 0)
    await this.page.evaluate((rows) => window.hands.asked.at(-1)?.answer(rows), rows)
  }

  async refuse(): Promise<void> {
    await this.page.waitForFunction(() => window.hands.asked.length > 0)
    await this.page.evaluate(() => window.hands.asked.at(-1)?.refuse())
  }

  /** A point in a part of the page: its middle, or further left, right, up or down. */
  async placeOf(part: Locator, across = 0.5, down = 0.5): Promise<{ x: number; y: number }> {
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    if (!box) throw new Error('It is not on the screen.')
    return { x: box.x + box.width * across, y: box.y + box.height * down }
  }

  /** Clicks as a hand does, which does not ask whether a button can be used. */
  async clickAt(part: Locator): Promise<void> {
    const { x, y } = await this.placeOf(part)
    await this.page.mouse.click(x, y)
  }

  /** Where everything stands that can be clicked, from top to bottom. */
  controls(): Promise<string[]> {
    return this.root
      .locator('button, label, input')
      .evaluateAll((controls) =>
        controls.map((control) => JSON.stringify(control.getBoundingClientRect())),
      )
  }

  /** Whether a caller's row is at this point. */
  isRowAt(x: number, y: number): Promise<boolean> {
    return this.radios.evaluateAll(
      (radios, [x, y]) =>
        radios.some((radio) => {
          const { left, right, top, bottom } = (
            radio.closest('label') ?? radio
          ).getBoundingClientRect()
          return x > left && x < right && y > top && y < bottom
        }),
      [x, y] as const,
    )
  }

  /** Selects a caller, and pins it at this time of the computer's clock. */
  async pinAt(time: number, caller: string): Promise<void> {
    // Rows move when the other tab pins, and a click on one that has just moved is not meant.
    await this.radioOf(caller).press('Space')
    await expect(this.radioOf(caller)).toBeChecked()
    await this.root.getByRole('button', { name: '固定此号码' }).evaluate((button, time) => {
      while (Date.now() < time);
      if (button instanceof HTMLElement) button.click()
    }, time)
  }

  /** The callers that are shown as pinned. */
  async pinned(): Promise<string[]> {
    const names = await this.root
      .getByRole('radio', { name: '已固定' })
      .evaluateAll((radios) => radios.map((radio) => radio.getAttribute('aria-label') ?? ''))
    return names.map((name) => name.replace(/\D/g, ''))
  }

  /** The callers that are stored as pinned. */
  storedPins(): Promise<string[]> {
    return this.page.evaluate(() => {
      const key = Object.keys({ ...localStorage }).find((key) => key.startsWith('outbound-number'))
      const { pins = [] } = JSON.parse(localStorage.getItem(key ?? '') ?? '{}')
      return pins
    })
  }

  private radioOf(caller: string): Locator {
    const name = caller.replace(/^(...)(....)(....)$/, '$1 $2 $3')
    return this.root.getByRole('radio', { name })
  }

  /** Answers the guard's last question. */
  async decide(verdict: true | { warn: string } | { refuse: string }): Promise<void> {
    await this.page.evaluate((verdict) => window.hands.checks.at(-1)?.decide(verdict), verdict)
  }

  /** Until all that the page has to do by now is done, whatever its clock says. */
  async quiet(): Promise<void> {
    await this.page.evaluate(async () => {
      for (let turn = 0; turn < 10; turn++) {
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = resolve
          port2.postMessage(null)
        })
      }
    })
  }

  async expectNothingDialed(): Promise<void> {
    await this.quiet()
    expect(await this.dialed()).toEqual([])
  }

  async expectDialed(...calls: Partial<DialDraft>[]): Promise<void> {
    await expect.poll(async () => (await this.dialed()).length).toBe(calls.length)
    await this.quiet()
    expect(await this.dialed()).toMatchObject(calls)
    await this.expectDialedAsShown()
  }

  /** Every call went to the number that stood in the field when it was made. */
  async expectDialedAsShown(): Promise<void> {
    const { dialed, shown } = await this.page.evaluate(() => {
      const { dialed, shown } = window.hands
      return { dialed, shown }
    })
    const numbers = shown.map((text) => text.replace(/\D/g, ''))
    expect(dialed.map(({ callee }) => callee)).toEqual(numbers)
  }

  /** Whether the focus is on nothing that takes keys. */
  focusIsLost(): Promise<boolean> {
    return this.page.evaluate(() => {
      let focused = document.activeElement
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
      return focused === null || focused === document.body || focused.shadowRoot !== null
    })
  }

  /** The n-th caller for a number, counted from 0. */
  caller(position: number, callee = '13888888888'): string {
    return `010${callee.slice(-4)}${String(position).padStart(4, '0')}`
  }
}

export const test = base.extend<{ host: HandsHost | null; hands: Hands }>({
  host: [null, { option: true }],
  hands: async ({ page, host }, use) => {
    if (!host) throw new Error('Say which host these tests are for: test.use({ host }).')
    await use(new Hands(page, host))
  },
})
