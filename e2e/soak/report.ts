import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'
import type { Kept } from '../kept.ts'
import type { Tally } from './tally.ts'

export interface Day {
  seed: number
  picks: number
  minutes: number
  /** Answers that reached the browser. */
  requests: number
  /** Version of the browser. */
  browser: string
  memory: { after: number; warm: Kept; end: Kept; most: Kept }
  tally: Tally
}

/** The day as a document. */
export function asDocument(day: Day): string {
  const { seed, picks, minutes, requests, browser, memory, tally } = day
  const { after, warm, end, most } = memory
  const kept = (what: keyof Kept) =>
    `| ${what === 'heap' ? 'heap, bytes' : what} | ${warm[what]} | ${end[what]} | + ${most[what]} |`
  return `${[
    '# A day of picks',
    '',
    '<!-- Made by `npm run soak`. -->',
    '',
    'An agent’s day in a real browser, against the live proxy with a simulated call center behind it: customers come, callers',
    'are picked and called, and on the way goes wrong what can go wrong. The day is made from a seed, which gives the same',
    'one again.',
    '',
    `${picks} picks in ${minutes.toFixed(1)} minutes, with ${requests} answers from the proxy; seed ${seed}. Chromium ${browser} and Node`,
    `${process.versions.node} on ${platform()} ${arch()}, ${cpus()[0]?.model ?? 'an unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB.`,
    '',
    'Every pick kept these promises, or the day would have ended there:',
    '',
    '- What was dialed stood on the screen when the agent pressed and when the call was made, and was offered by an answer for',
    '  just this number and these groups. The screen and the network are read beside the widget, with none of its code.',
    '- A press dials once at most, and once where nothing is in the way.',
    '- Nothing is dialed that the guard did not let pass, or that was taken back.',
    '- Each fault is told to the agent in its own words.',
    '- The page has no error that nobody caught, and none in its console.',
    '',
    '## What the page keeps',
    '',
    `After a collection of garbage, in the same state of the page: after ${after} picks, when the browser has compiled most`,
    'of what it compiles, and at the end. One node or listener lost a pick would be thousands more, one answer lost a pick',
    '5 MB. The limit leaves room for what is compiled late, the customers that the picker remembers, and the browser’s own',
    'list of requests.',
    '',
    `| | after ${after} picks | at the end | limit |`,
    '| --- | --: | --: | --: |',
    kept('nodes'),
    kept('listeners'),
    kept('heap'),
    '',
    '## What happened',
    ...[...tally.sections].flatMap(([section, rows]) => table(section, rows)),
  ].join('\n')}\n`
}

function table(section: string, rows: ReadonlyMap<string, number>): readonly string[] {
  const often = [...rows].sort(([, one], [, other]) => other - one)
  return [
    '',
    `| ${section} | times |`,
    '| --- | --: |',
    ...often.map(([what, times]) => `| ${what.replaceAll('<', '\\<')} | ${times} |`),
  ]
}
