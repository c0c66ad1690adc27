import { type Extent, type Measure, median } from '../measure.ts'
import type { Site } from '../site.ts'

const SLOWDOWN = 4

const otherwise =
  'On a machine where a page with nothing but a field takes longer than that, no script can meet it. Where the rest goes (Chromium’s trace): to running the script, with the compiling of what Chromium has not compiled while the script arrived, and to the first layout, in which the browser finds its fonts for Chinese.'

declare global {
  interface Window {
    /** Milliseconds from the navigation until the first key was on the screen, and what the field held then. */
    usable?: { at: number; holds: string }
  }
}

/** How soon an agent can type on a page that is new to the browser, on a slow computer. */
export async function measureColdStart(site: Site, { times }: Extent): Promise<Measure> {
  const ofBare: number[] = []
  const ofScript: number[] = []
  for (let time = 0; time < times(9); time++) {
    ofBare.push(await openOnce(site, 'bare'))
    ofScript.push(await openOnce(site, 'script'))
  }
  const usable = median(ofScript)
  return {
    title: 'Cold start',
    meaning: `The page of the single script, with the processor slowed down to a ${SLOWDOWN}th and nothing cached: from the navigation until the callee field has the focus and shows its first key; median of ${ofScript.length}, in turns with a page that is nothing but a field.`,
    rows: [
      {
        name: 'a bare field',
        values: { usable: median(ofBare), fastest: Math.min(...ofBare) },
        unit: 'ms',
      },
      {
        name: 'script page',
        values: { usable, fastest: Math.min(...ofScript) },
        unit: 'ms',
        aims: [{ what: 'usable', limit: 450, reached: usable, unit: 'ms', otherwise }],
      },
    ],
  }
}

async function openOnce(site: Site, name: 'bare' | 'script'): Promise<number> {
  const context = await site.browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const browser = await context.newCDPSession(page)
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.addInitScript({ path: 'bench/pages/typeAtOnce.js' })
  await page.goto(site.url(name))
  const usable = await page.waitForFunction(() => window.usable)
  const { at, holds } = (await usable.jsonValue()) ?? { at: Number.NaN, holds: '' }
  await context.close()
  if (holds !== '1') throw new Error(`The callee field was given a 1 and holds “${holds}”.`)
  return at
}
