import { test as base, type Page } from '@playwright/test'
import * as v from 'valibot'

/** What Storybook says when a story has been drawn and played, and checked by axe unless that is switched off. */
const Finished = v.object({
  status: v.picklist(['success', 'error']),
  reporters: v.array(
    v.object({
      type: v.string(),
      result: v.object({
        violations: v.optional(
          v.array(
            v.object({
              id: v.string(),
              nodes: v.array(
                v.object({ html: v.string(), failureSummary: v.optional(v.string()) }),
              ),
            }),
          ),
        ),
      }),
    }),
  ),
})

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__?: { last: (event: string) => unknown[] | undefined }
  }
}

/** The address of a story such as `basics--ready`, by itself, with looks such as `{ theme: 'dark' }`. */
export function storyAddress(id: string, globals: Readonly<Record<string, unknown>> = {}): string {
  const set = Object.entries(globals).map(([name, value]) => `${name}:${value}`)
  return `/gallery/iframe.html?viewMode=story&id=${id}&globals=${set.join(';')}`
}

/** Waits for the story that the page shows, and says what axe found, if it was asked, and what went wrong. */
export async function storyFinished(page: Page) {
  const told = await page.waitForFunction(() =>
    window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished'),
  )
  const { status, reporters } = v.parse(Finished, (await told.jsonValue())?.[0])
  const axe = reporters.find(({ type }) => type === 'a11y')
  const problems = status === 'success' ? [] : await problemsOf(page)
  return { problems, violations: axe?.result.violations }
}

/** What a story or its play function threw. */
function problemsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const events = ['storyThrewException', 'storyErrored', 'playFunctionThrewException']
    const told = [...events, 'unhandledErrorsWhilePlaying'].flatMap(
      (event) => window.__STORYBOOK_ADDONS_CHANNEL__?.last(event) ?? [],
    )
    return [...told.map((one) => JSON.stringify(one)), 'The story ended with an error.']
  })
}

/** With a page for many stories, so that what they share is loaded once. */
export const test = base.extend<object, { gallery: Page }>({
  gallery: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', locale = 'zh-CN' } = project.use
      const page = await browser.newPage({ baseURL, locale })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await use(page)
      await page.close()
    },
    { scope: 'worker' },
  ],
})
