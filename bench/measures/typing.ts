import type { Locator, Page } from '@playwright/test'
import { type Aim, type Extent, type Measure, median } from '../measure.ts'
import type { Site } from '../site.ts'

const KEYS_PER_SECOND = 15
const DIGITS = '13912345678'

const otherwise =
  'Where the slowest keys go (Chromium’s trace): with picks, to the last one, whose answer comes at once here: a thousand candidates are read, and the first sixty rows of them drawn, laid out and painted in the frame of that key. Before that, to the first one, which takes the thousand rows away: most of it is React’s letting go of each.'

interface Round {
  /** Milliseconds of each key. */
  keys: readonly number[]
  lost: number
}

/** From the key to the paint, while the picker shows a thousand candidates and in a bare input, in turns. */
export async function measureTyping(site: Site, { times }: Extent): Promise<Measure> {
  const page = await site.open('typing')
  const picker = page.getByRole('textbox', { name: '被叫号码' })
  const bare = page.getByRole('textbox', { name: 'bare' })
  const inBare: Round[] = []
  const inPicker: Round[] = []
  for (let round = 0; round < times(9); round++) {
    inBare.push(await typeOver(page, bare))
    await picker.fill('13888888888')
    await page.waitForFunction(allRows)
    inPicker.push(await typeOver(page, picker))
  }
  await page.close()

  const before = (keys: readonly number[]) => keys.slice(0, -1)
  const ofBare = slowestOf(inBare)
  const against = (what: string, limit: number, reached: number): Aim => ({
    what,
    limit,
    reached: reached / ofBare,
    unit: '× a bare input',
    otherwise,
  })
  return {
    title: 'Key to paint',
    meaning: `A number typed over another, at ${KEYS_PER_SECOND} keys a second: from each key until what it changed has been painted. In the picker, the first key takes a thousand candidates away, and the last brings a thousand others. The slowest key is that of a round, the median of all rounds; beside it, a controlled React input on the same page, in turns.`,
    rows: [
      {
        name: 'bare input',
        values: { 'slowest key': ofBare, 'any key': anyOf(inBare) },
        unit: 'ms',
      },
      {
        name: 'picker, before it picks anew',
        values: { 'slowest key': slowestOf(inPicker, before), 'any key': anyOf(inPicker, before) },
        unit: 'ms',
        aims: [against('slowest key', 1.3, slowestOf(inPicker, before))],
      },
      {
        name: 'picker, picks included',
        values: { 'slowest key': slowestOf(inPicker), 'any key': anyOf(inPicker) },
        unit: 'ms',
        aims: [
          against('slowest key', 2, slowestOf(inPicker)),
          { what: 'keys lost', limit: 0, reached: lostOf(inPicker), unit: 'keys' },
        ],
      },
    ],
  }
}

async function typeOver(page: Page, field: Locator): Promise<Round> {
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
  const keys = await page.evaluate(() => window.keyToPaint)
  return { keys, lost: DIGITS.length - value.length }
}

/** Whoever asks for roles has the browser style the rows that it skips otherwise, and take all that away again. */
function allRows(): boolean {
  return document.querySelectorAll('[type=radio]').length === 1000
}

type Which = (keys: readonly number[]) => readonly number[]
const every: Which = (keys) => keys

function slowestOf(rounds: readonly Round[], which = every): number {
  return median(rounds.map(({ keys }) => Math.max(...which(keys))))
}

function anyOf(rounds: readonly Round[], which = every): number {
  return median(rounds.flatMap(({ keys }) => which(keys)))
}

function lostOf(rounds: readonly Round[]): number {
  return rounds.reduce((sum, { lost }) => sum + lost, 0)
}
