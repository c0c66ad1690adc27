import { type Kept, keptBy } from '../../e2e/kept.ts'
import type { Extent, Measure, Row } from '../measure.ts'
import type { Site } from '../site.ts'

/** What may come together by chance, as in the tests of leaks. */
const NODES = 200
const MEGABYTES = 0.5

/** What a day leaves behind. */
export async function measureMemory(site: Site, { times }: Extent): Promise<Measure> {
  return {
    title: 'Memory',
    meaning:
      'What a page keeps after its garbage is collected: once warm, and again after so many pickers that came and went, each with its callers, or after so many numbers that were typed, picked and dialed in one picker.',
    rows: [
      ...(await compare(
        site,
        `${times(1000).toLocaleString('en-US')} pickers come and go`,
        'comeAndGo',
        times(1000),
      )),
      ...(await compare(site, `${times(2000).toLocaleString('en-US')} picks`, 'pick', times(2000))),
    ],
  }
}

async function compare(
  site: Site,
  name: string,
  what: 'comeAndGo' | 'pick',
  count: number,
): Promise<Row[]> {
  const page = await site.open('days')
  const browser = await page.context().newCDPSession(page)
  const run = (times: number) =>
    page.evaluate(([what, times]) => window[what](times), [what, times] as const)
  await run(Math.ceil(count / 5))
  const before = await keptBy(browser)
  const done = await run(count)
  if (done !== count) throw new Error(`Of ${name}, the page has done ${done}.`)
  const after = await keptBy(browser)
  await page.close()
  return [megabytes(name, before, after), nodes(name, before, after)]
}

function megabytes(name: string, before: Kept, after: Kept): Row {
  const [warm, end] = [before.heap / 1024 / 1024, after.heap / 1024 / 1024]
  return {
    name: `${name}: heap`,
    values: { warm, 'at the end': end, more: end - warm },
    unit: 'MB',
    aims: [{ what: 'more', limit: MEGABYTES, reached: end - warm, unit: 'MB' }],
  }
}

function nodes(name: string, before: Kept, after: Kept): Row {
  const [warm, end] = [before.nodes, after.nodes]
  return {
    name: `${name}: DOM nodes`,
    values: { warm, 'at the end': end, more: end - warm },
    unit: 'nodes',
    aims: [{ what: 'more', limit: NODES, reached: end - warm, unit: 'nodes' }],
  }
}
