/**
 * `npm run soak`: an agent's day in a real browser, with the live proxy and a simulated cloud behind it. Customers come,
 * callers are picked and called, and on the way goes wrong what can go wrong. The day ends at the first promise that is
 * not kept, and says how to see that again; the last line counts the picks that kept theirs.
 *
 *     npm run soak                            the whole day, and its table for docs/soak.md
 *     npm run soak -- --minutes 5             as much of it as fits
 *     npm run soak -- --seed 7 --from 812     another day, or the rest of one
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { browserArguments, provideBrowser } from '../browser.ts'
import type { Kept } from '../kept.ts'
import { work } from './agent.ts'
import { planDay } from './day.ts'
import { Desk } from './desk.ts'
import { asDocument } from './report.ts'
import { Tally } from './tally.ts'

/** Until the browser has compiled what it compiles. */
const WARM_UP = 100

/**
 * What the page may keep more at the end than after the warm-up. One node or listener lost a pick would be thousands, and
 * one answer lost a pick, of some 3 kB, would be 5 MB. Room is left for what is compiled late and for the browser's own list
 * of requests (together 0.3 MB between picks 120 and 320, beside which objects and strings grew by 10 kB, as heap snapshots
 * say), and for the customers that the picker remembers, 500 at most.
 */
const MOST: Kept = { nodes: 200, listeners: 50, heap: 1_500_000 }

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20201123' },
    picks: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string' },
  },
})
const seed = wholeNumber('seed', values.seed)
const picks = wholeNumber('picks', values.picks)
const from = wholeNumber('from', values.from)
const minutes = values.minutes === undefined ? null : wholeNumber('minutes', values.minutes)
const isWholeDay = minutes === null && from === 1

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new Error(`--${name} is ${text}. Give a whole number from 1 on, as in --${name} 5.`)
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const problemOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** As the agent leaves the desk for a break, always in the same way. */
async function restAt(desk: Desk): Promise<Kept> {
  const { page, picker } = desk
  await desk.host({ guard: 'none', call: 'ends', locale: 'zh-CN', maskCallee: false })
  desk.put(null)
  for (const box of await picker.skillGroups.getByRole('checkbox').all()) await box.check()
  await picker.callee.fill('')
  await picker.paste('13888888888')
  await desk.sees('callers')
  await page.mouse.move(0, 0)
  await desk.hasSettled()
  return desk.kept()
}

function growth(before: Kept, after: Kept): Kept {
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: after.heap - before.heap,
  }
}

await build({ mode: 'e2e', logLevel: 'warn' })
// The day is made for the simulated cloud, whatever instance the environment names.
process.env.CCC_INSTANCE_ID = ''
const server = await preview({ preview: { port: 0 } })
const browser = await chromium.launch({ executablePath: provideBrowser(), args: browserArguments })
const context = await browser.newContext({
  locale: 'zh-CN',
  viewport: { width: 360, height: 720 },
  // Every frame of a movement would be drawn while the day waits.
  reducedMotion: 'reduce',
  permissions: ['clipboard-read', 'clipboard-write'],
})
const desk = await Desk.open(context, `${server.resolvedUrls?.local[0]}e2e/pages/soak.html`)
const tally = new Tally()
const start = performance.now()
const elapsed = () => (performance.now() - start) / 60_000

say(`An agent's day: up to ${picks} picks, seed ${seed}, Chromium ${browser.version()}`)
let passed = 0
let failure = ''
let warm: Kept | null = null
let cold: Kept | null = null
for (const [index, pick] of planDay(seed, picks).entries()) {
  const number = index + 1
  if (number < from) continue
  if (minutes !== null && elapsed() >= minutes) break
  try {
    if (passed === WARM_UP) warm = await restAt(desk)
    await work(desk, pick, number, tally)
    const [complaint] = desk.complaints
    if (complaint) throw new Error(`The page complained: ${complaint}`)
  } catch (error) {
    failure = [
      `✗ pick ${number} of seed ${seed}: ${problemOf(error)}`,
      `    ${JSON.stringify(pick)}`,
      `    To see it again: npm run soak -- --seed ${seed} --from ${number}; or from some picks before it.`,
    ].join('\n')
    break
  }
  passed++
  if (number % 100 === 0) say(`  ${number} picks in ${elapsed().toFixed(1)} minutes`)
}

if (failure === '' && minutes !== null && !warm) {
  failure = `✗ the day ended after ${passed} picks, before the ${WARM_UP} of its warm-up: what the page keeps is not known.`
}
if (failure === '' && warm) {
  cold = await restAt(desk)
  const { nodes, listeners, heap } = growth(warm, cold)
  say(`  kept since pick ${WARM_UP}: ${nodes} nodes, ${listeners} listeners, ${heap} bytes`)
  if (nodes > MOST.nodes || listeners > MOST.listeners || heap > MOST.heap) {
    failure = `✗ the page keeps more and more: ${JSON.stringify({ warm, cold, MOST })}`
  }
}
if (isWholeDay && failure === '' && warm && cold) {
  const day = { seed, picks: passed, minutes: elapsed(), requests: desk.account.requests }
  const memory = { after: WARM_UP, warm, end: cold, most: MOST }
  writeFileSync('docs/soak.md', asDocument({ ...day, browser: browser.version(), memory, tally }))
}

await browser.close()
await server.close()
if (failure) say(failure)
say(`${passed} passed, ${failure ? 1 : 0} failed`)
process.exitCode = failure ? 1 : 0
