import {
  test as base,
  expect,
  type FrameLocator,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test'
import type { DialDraft } from '../src/picker/index.ts'
import type { Looks } from '../src/preview/stories/looks.ts'
import { storyAddress, storyFinished } from './gallery.ts'

export { expect }

/** The picker as an agent finds it: by role and name, in the preview's page. */
export class Picker {
  readonly page: Page
  readonly callee: Locator
  readonly skillGroups: Locator
  readonly skillGroupIds: Locator
  readonly callers: Locator
  readonly radios: Locator
  readonly dial: Locator
  readonly retry: Locator
  readonly status: Locator
  readonly alert: Locator
  /** Requests for a pick, in the order they left. */
  readonly picks: Request[] = []

  /** @param frame of the page, where the picker is in one */
  constructor(page: Page, frame?: FrameLocator) {
    this.page = page
    const root = frame
      ? frame.locator('body')
      : page.getByRole('region', { name: 'Outbound Number Picker' })
    this.callee = root.getByRole('textbox', { name: /^(被叫号码|Callee number)$/ })
    this.skillGroups = root.getByRole('group', { name: /^(技能组|Skill groups)$/ })
    this.skillGroupIds = root.getByRole('textbox', { name: /^(技能组 ID|Skill group IDs)$/ })
    this.callers = root.getByRole('radiogroup', { name: /^(主叫号码|Caller numbers)$/ })
    this.radios = this.callers.getByRole('radio')
    this.dial = root.getByRole('button', { name: /^(拨打|Dial)$/ })
    this.retry = root.getByRole('button', { name: /^(重试|Retry)$/ })
    this.status = root.getByRole('status')
    this.alert = root.getByRole('alert')
    page.on('request', (request) => {
      if (request.url().includes('action=PickOutboundNumbers')) this.picks.push(request)
    })
  }

  /** Opens a story of the gallery, by default one with an empty field, and waits until it has been played. */
  async open(story = 'basics--empty', looks: Partial<Looks> = {}): Promise<void> {
    // The gallery's own tests run axe on every story.
    await this.page.goto(storyAddress(story, { 'a11y.manual': '!true', ...looks }))
    await storyFinished(this.page)
  }

  /** Opens the desktop, which asks the simulated cloud through the proxy; without what other tests called. */
  async openDesktop(callee = ''): Promise<void> {
    await this.page.goto(`/?callee=${callee}&history=off`)
    await this.callee.waitFor()
  }

  /** Pastes through the real clipboard, over what is there. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.callee.selectText()
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  /** What the picker told its host, newest first. */
  async emitted(event: 'dial' | 'select'): Promise<DialDraft[]> {
    const logged = await this.page.locator(`[data-event=${event}] code`).allTextContents()
    return logged.map((text) => JSON.parse(text))
  }
}

export const test = base.extend<{ picker: Picker }>({
  picker: async ({ page }, use) => {
    await use(new Picker(page))
  },
})

/** Callers for 138 8888 8888 in Beijing, the nearest first and selected; returns their names. */
export async function expectNeighbours({ callee, status, radios }: Picker) {
  await expect(radios).toHaveCount(5)
  await expect(callee).toHaveValue('138 8888 8888')
  await expect(status).toHaveText('找到 5 个号码')
  await expect(radios.first()).toBeChecked()
  const names = await radios.evaluateAll((found) => found.map((radio) => radio.ariaLabel))
  expect(names[0]).toMatch(/^[\d ]+ 北京 同城$/)
  const near = names.map((label) => label?.endsWith('同城'))
  expect(near).toEqual([true, true, true, false, false])
  return names
}

/** The main job, the same wherever the picker stands: paste, see the nearest caller selected, Enter. */
export async function pasteAndDial(picker: Picker): Promise<void> {
  const { page } = picker
  await expect(picker.skillGroups.getByRole('checkbox')).toHaveCount(4)
  await picker.paste('+86 138-8888-8888')

  const [nearest] = await expectNeighbours(picker)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-event=dial]')).toHaveCount(1)
  const [draft] = await picker.emitted('dial')
  expect(draft).toEqual({
    callee: '13888888888',
    caller: nearest?.replace(/\D/g, ''),
    skillGroupIds: [
      'presales@ccc-test',
      'aftersales@ccc-test',
      'members@ccc-test',
      'accounts@ccc-test',
    ],
    requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
  })
  expect(picker.picks).toHaveLength(1)
}
