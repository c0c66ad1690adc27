/**
 * How long an answer takes to be painted, its first row and all of them: by the picker, by a bare React radio list and
 * by bare DOM, in turns in one run.
 */
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { browserArguments, provideBrowser } from '../e2e/browser.ts'
import type { Painted } from '../e2e/pages/painting.tsx'

const ROUNDS = 15
const SIZES = [10, 200, 1000] as const
const CONTENDERS = ['picker', 'bare React list', 'bare DOM'] as const

await build({ mode: 'e2e', logLevel: 'warn' })
const server = await preview({ preview: { port: 0 } })
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })
const page = await browser.newPage()
await page.goto(`${server.resolvedUrls?.local[0]}e2e/pages/painting.html`)
await page.waitForFunction(() => 'paint' in window)

const paint = (contender: string, rows: number): Promise<Painted> =>
  page.evaluate(
    ({ contender, rows }) => {
      const run = window.paint[contender]
      if (!run) throw new Error(`The page paints nothing by the name ${contender}.`)
      return run(rows)
    },
    { contender, rows },
  )

function median(numbers: readonly number[]): number {
  return (
    [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
  )
}

process.stdout.write(`\nAnswer to paint, milliseconds (median of ${ROUNDS} in turns)\n`)
for (const size of SIZES) {
  const times = new Map<string, Painted[]>(CONTENDERS.map((contender) => [contender, []]))
  for (const contender of CONTENDERS) await paint(contender, size)
  for (let round = 0; round < ROUNDS; round++) {
    for (const contender of CONTENDERS) times.get(contender)?.push(await paint(contender, size))
  }
  const medianOf = (contender: string, which: keyof Painted) =>
    median((times.get(contender) ?? []).map((painted) => painted[which]))
  for (const contender of CONTENDERS) {
    const first = medianOf(contender, 'first')
    const all = medianOf(contender, 'all')
    const ratio = all / medianOf('bare React list', 'all')
    process.stdout.write(
      `${String(size).padStart(5)} rows  ${contender.padEnd(16)} first ${first.toFixed(1).padStart(6)}  all ${all.toFixed(1).padStart(6)}  all, to bare React ${ratio.toFixed(2)}\n`,
    )
  }
}
await browser.close()
await server.close()
