import type { Page } from '@playwright/test'
import { type Aim, type Extent, type Measure, median, type Row } from '../measure.ts'
import type { Painted } from '../pages/painting.tsx'
import type { Site } from '../site.ts'

const ROUNDS = 15
const SIZES = [10, 200, 1000] as const
const CONTENDERS = ['picker', 'bare DOM', 'bare React', 'react-select', 'cmdk'] as const

const otherwise =
  'Where painting takes longer (Chromium’s trace, in a run of its own): at 10 candidates, style and layout take 1.8 ms beside 1.0 of bare React, scripts 1.7 beside 1.1, paint 1.1 beside 0.5. A row has five elements and the mark of its key instead of four elements without a style sheet, and the panel around the list changes with it: status, place, and the button, which may be pressed now. At 1,000, scripts take twice as long as bare React’s (twice the attributes, and a name for screen readers), style and layout half as long (`content-visibility`). The rest is what agents and keys gain: the first sixty rows are painted before any other list, and the others follow in a frame of their own.'

/** From the answer to the paint, by the picker and by others. */
export async function measurePainting(site: Site, { times }: Extent): Promise<Measure> {
  const page = await site.open('painting')
  await page.waitForFunction(() => 'paint' in window)
  const rows: Row[] = []
  for (const size of SIZES) rows.push(...(await inTurns(page, size, times(ROUNDS))))
  await page.close()
  return {
    title: 'Answer to paint',
    meaning: `From the answer of the proxy until its first row and all its rows have been painted, at 60 frames a second; medians of ${ROUNDS} in turns. Beside the picker: radio buttons made by the DOM alone and by React alone, [react-select](https://react-select.com) with its menu open, and [cmdk](https://github.com/pacocoursey/cmdk), all with the number and place of the same callers. (Webex’s OutdialCall is not among them: with @webex/cc-components, 1,841 packages of 1.2 GB would have to be installed.) The picker also tells how near each caller is, which key selects it and what screen readers say, and changes the button and the status around the list.`,
    rows,
  }
}

async function inTurns(page: Page, size: number, rounds: number): Promise<Row[]> {
  const measured = CONTENDERS.map((name) => ({ name, painted: [] as Painted[] }))
  // The first round is not counted: code is compiled in it.
  for (let round = 0; round <= rounds; round++) {
    for (const { name, painted } of measured) {
      const one = await page.evaluate(([name, size]) => window.paint(name, size), [
        name,
        size,
      ] as const)
      if (round > 0) painted.push(one)
    }
  }
  const results = measured.map(({ name, painted }) => ({
    name,
    first: median(painted.map(({ first }) => first)),
    all: median(painted.map(({ all }) => all)),
  }))
  const all = (wanted: (typeof CONTENDERS)[number]) =>
    results.find(({ name }) => name === wanted)?.all ?? Number.NaN
  return results.map(({ name, first, all: ofAll }) => ({
    name: `${size.toLocaleString('en-US')} candidates, ${name}`,
    values: { 'first row': first, 'all rows': ofAll },
    unit: 'ms' as const,
    ...(name === 'picker' && { aims: aimsAt(size, all) }),
  }))
}

function aimsAt(size: number, all: (who: (typeof CONTENDERS)[number]) => number): Aim[] {
  const besides = (who: 'bare React' | 'bare DOM', limit: number): Aim => ({
    what: 'all rows',
    limit,
    reached: all('picker') / all(who),
    unit: `× ${who}`,
    otherwise,
  })
  if (size === 10) return [besides('bare React', 2)]
  if (size === 1000) return [besides('bare React', 1.5), besides('bare DOM', 1.3)]
  return []
}
