/**
 * How long a keystroke takes to appear: in the picker while it shows a thousand candidates, and in a bare
 * controlled input on the same page, in the same run. It also says whether any keystroke was lost.
 */
import { chromium, type Locator, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { browserArguments, provideBrowser } from '../e2e/browser.ts'

const KEYS_PER_SECOND = 15
const ROUNDS = 8
const DIGITS = '13912345678'

interface Result {
  slowest: number
  median: number
  lost: number
}

/** Types the digits, round after round, into a field that `prepare` has made ready. */
async function type(page: Page, field: Locator, prepare: () => Promise<void>): Promise<Result> {
  const times: number[] = []
  let lost = 0
  for (let round = 0; round < ROUNDS; round++) {
    await prepare()
    await field.focus()
    await field.press('ControlOrMeta+A')
    await page.evaluate(() => {
      window.keyToPaint.length = 0
    })
    for (const digit of DIGITS) {
      const next = new Promise((resolve) => setTimeout(resolve, 1000 / KEYS_PER_SECOND))
      await page.keyboard.press(digit)
      await next
    }
    const value = (await field.inputValue()).replace(/\D/g, '')
    lost += DIGITS.length - value.length
    times.push(...(await page.evaluate(() => window.keyToPaint)))
  }
  times.sort((one, other) => one - other)
  return {
    slowest: times.at(-1) ?? Number.NaN,
    median: times[Math.floor(times.length / 2)] ?? Number.NaN,
    lost,
  }
}

await build({ mode: 'e2e', logLevel: 'warn' })
const server = await preview({ preview: { port: 0 } })
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })
const page = await browser.newPage()
await page.goto(`${server.resolvedUrls?.local[0]}e2e/pages/typing.html`)
const picker = page.getByRole('textbox', { name: '被叫号码' })
const bare = page.getByRole('textbox', { name: 'bare' })
const thousand = async () => {
  await picker.fill('13888888888')
  await page.getByRole('radio').nth(999).waitFor()
}

const results = {
  'bare input': await type(page, bare, async () => {}),
  'picker with 1,000 candidates': await type(page, picker, thousand),
}
await browser.close()
await server.close()

process.stdout.write(`\nKey to paint at ${KEYS_PER_SECOND} keys a second, milliseconds\n`)
for (const [name, { slowest, median, lost }] of Object.entries(results)) {
  process.stdout.write(
    `${name.padEnd(30)} slowest ${slowest.toFixed(1).padStart(6)}  median ${median.toFixed(1).padStart(6)}  keys lost ${lost}\n`,
  )
}
const ratio = results['picker with 1,000 candidates'].slowest / results['bare input'].slowest
process.stdout.write(`slowest, picker to bare: ${ratio.toFixed(2)}\n`)
