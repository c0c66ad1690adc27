import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test'
import { enUS, type Messages, zhCN } from '../../src/index.ts'
import { type Kept, keptBy } from '../kept.ts'
import { Picker } from '../picker.ts'
import { Account } from './account.ts'
import type { Fault, Outcome } from './faults.ts'
import type { Host } from './page.ts'

/** How long whatever is waited for may take: longer than the proxy's deadline and the widget's own together. */
const PATIENCE = 30_000

/** In which nobody means what has only just come under their hand; see `ONE_PRESS` of the core. */
const ONE_PRESS = 400

/** An agent's desk: the page, the way to the proxy, and who looks on. */
export class Desk {
  readonly page: Page
  readonly picker: Picker
  readonly account = new Account()
  /** Errors of the page that nobody caught, or that were told to its console. */
  readonly complaints: string[] = []
  words: Messages = zhCN
  /** The number that was entered last. */
  callee = ''
  private fault: Fault | null = null
  private met = 0
  private held: { released: Promise<void>; release: () => void } | null = null

  private constructor(
    page: Page,
    private readonly context: BrowserContext,
    private readonly devTools: CDPSession,
  ) {
    this.page = page
    this.picker = new Picker(page)
    page.setDefaultTimeout(PATIENCE)
    page.on('response', (response) => this.account.hear(response))
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)))
    page.on('console', (message) => {
      // The browser itself tells of each request that failed, which is what the faults are for.
      const isOfNetwork = message.text().startsWith('Failed to load resource:')
      if (message.type() === 'error' && !isOfNetwork) this.complaints.push(message.text())
    })
  }

  static async open(context: BrowserContext, address: string): Promise<Desk> {
    const page = await context.newPage()
    const desk = new Desk(page, context, await context.newCDPSession(page))
    await page.route('**/aliyun/ccc/api?*', (route) => desk.deliver(route))
    await page.goto(address)
    await desk.hasGroups()
    return desk
  }

  /** From now on, this is in the way of picks. */
  put(fault: Fault | null): void {
    this.fault = fault
    this.met = 0
  }

  /** Requests for a pick stay on their way until they are let go. */
  hold(): void {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    this.held = { released, release }
  }

  letGo(): void {
    this.held?.release()
    this.held = null
  }

  private async deliver(route: Route): Promise<void> {
    if (!route.request().url().includes('action=PickOutboundNumbers')) return route.continue()
    await this.held?.released
    const { fault } = this
    if (fault && 'meet' in fault) return fault.meet(route, this.met++)
    return route.continue()
  }

  offline(isOffline: boolean): Promise<void> {
    return this.context.setOffline(isOffline)
  }

  async host(change: Partial<Host>): Promise<void> {
    if (change.locale) this.words = change.locale === 'en-US' ? enUS : zhCN
    await this.page.evaluate((change) => window.day.host(change), change)
  }

  async show(state: DocumentVisibilityState): Promise<void> {
    await this.page.evaluate((state) => window.day.show(state), state)
  }

  async hasGroups(): Promise<void> {
    await this.picker.skillGroups.getByRole('checkbox').nth(3).waitFor()
  }

  /** Waits until the agent sees this. */
  async sees(outcome: Outcome): Promise<void> {
    const { picker, words } = this
    // By a selector that costs little, because it is asked for again and again.
    if (outcome === 'callers') await this.page.locator('[type=radio]:checked').waitFor()
    else if (outcome === 'nothing') await this.says(words.nothingFound)
    else await picker.alert.filter({ hasText: words.problems[outcome].title }).waitFor()
  }

  private async says(status: string): Promise<void> {
    await this.picker.status.filter({ hasText: status }).waitFor()
  }

  /** Waits until an agent would press: not just when the focus has gone elsewhere. */
  async isQuiet(): Promise<void> {
    await this.page.waitForFunction((pause) => window.day.isQuiet(pause), ONE_PRESS, {
      // Each frame that is asked for is drawn.
      polling: 50,
    })
  }

  /** Whatever follows from what happened so far has happened, and was painted. */
  async hasSettled(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted))),
    )
  }

  kept(): Promise<Kept> {
    return keptBy(this.devTools)
  }
}
