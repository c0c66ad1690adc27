import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { DialDraft } from '../../src/picker/index.ts'
import type { HandsHost } from './handsHost.ts'
import type { Given } from './inPage.ts'
import { installHands } from './installHands.ts'

export { expect }

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
