import type { Machine } from './machine.ts'
import { type Aim, isMet, type Measure, type Row } from './measure.ts'

export interface Report {
  /** As `2026-01-31`. */
  date: string
  short: boolean
  machine: Machine
  measures: readonly Measure[]
}

/** The whole of `docs/benchmarks.md`. */
export function writeReport({ date, short, machine, measures }: Report): string {
  const { cores, processor, memory, node, chromium, loadBefore, loadAfter } = machine
  const aims = measures.flatMap(({ title, rows }) =>
    rows.flatMap((row) => (row.aims ?? []).map((aim) => ({ title, row, aim }))),
  )
  const missed = aims.filter(({ aim }) => !isMet(aim))
  const isShared = loadBefore > 1
  return [
    '# Benchmarks',
    `Made by \`npm run bench\`${short ? ' in a **short run**, whose numbers are rough' : ''} on ${date}: ${cores} cores of ${processor}, ${format(memory)} GB of memory, Node ${node}, Chromium ${chromium}.`,
    `The load average was ${format(loadBefore)} before and ${format(loadAfter)} after.${isShared ? ' **Others worked on the machine at the same time**: every time here is longer than on a quiet one. What is compared was measured in turns in one run, so it is the ratios that count, and the less so the shorter a time is.' : ''}`,
    '## Aims',
    table(
      ['', '', 'aim', 'reached', ''],
      aims.map(({ title, row, aim }) => [
        title,
        `${row.name}: ${aim.what}`,
        `≤ ${format(aim.limit)} ${aim.unit}`,
        format(aim.reached),
        isMet(aim) ? 'met' : '**missed**',
      ]),
    ),
    ...reasons(missed.map(({ aim }) => aim)),
    ...measures.map(writeMeasure),
    '',
  ].join('\n\n')
}

/** Each reason once, however many aims it explains. */
function reasons(missed: readonly Aim[]): string[] {
  return [...new Set(missed.flatMap(({ otherwise }) => otherwise ?? []))]
}

/** One measure with all its values. */
export function writeMeasure({ title, meaning, rows }: Measure): string {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const cells = ({ name, values, unit }: Row) => [
    name,
    ...columns.map((column) => {
      const value = values[column]
      return value === undefined ? '' : format(value)
    }),
    unit,
  ]
  return [`## ${title}`, meaning, table(['', ...columns, ''], rows.map(cells))].join('\n\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** To three digits, as much as such measures are worth; whole numbers whole. */
function format(value: number): string {
  if (Number.isNaN(value)) return '–'
  const digits = Number.isInteger(value)
    ? 0
    : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(digits, 3) })
}
