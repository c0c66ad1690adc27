/**
 * `npm run bench`: measures everything that is said to be small or fast, and writes `docs/benchmarks.md` and, for
 * programs, `dist/benchmarks.json`. `npm run bench -- --short` takes a minute or two and leaves the docs alone.
 */
import { writeFileSync } from 'node:fs'
import { describeMachine, loadNow } from './machine.ts'
import type { Extent, Measure } from './measure.ts'
import { measureColdStart } from './measures/coldStart.ts'
import { measureHistory } from './measures/history.ts'
import { measureMemory } from './measures/memory.ts'
import { measurePainting } from './measures/painting.ts'
import { measureProxy } from './measures/proxy.ts'
import { measureRequests } from './measures/requests.ts'
import { measureSizes } from './measures/sizes.ts'
import { measureTyping } from './measures/typing.ts'
import { openSite } from './site.ts'
import { type Report, writeMeasure, writeReport } from './table.ts'

const short = process.argv.includes('--short')
const extent: Extent = { times: (full) => (short ? Math.ceil(full / 10) : full) }
const loadBefore = loadNow()
const measures: Measure[] = []

const site = await openSite()
const chromium = site.browser.version()
await take(measurePainting(site, extent))
await take(measureTyping(site, extent))
await take(measureColdStart(site, extent))
await take(measureRequests(site))
await take(measureMemory(site, extent))
await site.close()
await take(measureSizes())
await take(measureProxy(extent))
await take(measureHistory(extent))

if (!short) writeFileSync('docs/benchmarks.md', writeReport(report()))

/** Shows each as soon as it is there, and keeps it: together they take minutes. */
async function take(measuring: Promise<Measure>): Promise<void> {
  const measure = await measuring
  measures.push(measure)
  process.stdout.write(`\n${writeMeasure(measure)}\n`)
  writeFileSync('dist/benchmarks.json', `${JSON.stringify(report(), null, 2)}\n`)
}

function report(): Report {
  const date = new Date().toISOString().slice(0, 10)
  return { date, short, machine: describeMachine(chromium, loadBefore), measures }
}
