import { describe, expect, test } from 'vitest'
import type { Machine } from './machine.ts'
import type { Measure } from './measure.ts'
import { writeMeasure, writeReport } from './table.ts'

const quiet: Machine = {
  cores: 4,
  processor: 'a processor',
  memory: 16,
  node: '20.19.0',
  chromium: '150.0',
  loadBefore: 0.2,
  loadAfter: 1.6,
}

const painting: Measure = {
  title: 'Painting',
  meaning: 'From the answer to the paint.',
  rows: [
    {
      name: 'picker',
      values: { 'first row': 12.345, 'all rows': 0.0456 },
      unit: 'ms',
      aims: [
        { what: 'all rows', limit: 2, reached: 1.234, unit: '× bare', otherwise: 'Never read.' },
        { what: 'first row', limit: 1, reached: 1.5, unit: '× bare', otherwise: 'It does more.' },
        { what: 'both', limit: 1, reached: 1.7, unit: '× bare', otherwise: 'It does more.' },
      ],
    },
    { name: 'bare', values: { 'all rows': 20_900 }, unit: 'ms' },
  ],
}

const report = (machine: Machine = quiet, short = false) =>
  writeReport({ date: '2026-01-31', short, machine, measures: [painting] })

describe('a measure', () => {
  test('has a column for each value and one for its unit; what was not measured is left empty', () => {
    expect(writeMeasure(painting)).toContain(
      '|  | first row | all rows |  |\n| --- | --- | --- | --- |\n| picker | 12.3 | 0.046 | ms |\n| bare |  | 20,900 | ms |',
    )
  })

  test('says what its rows mean', () => {
    expect(writeMeasure(painting)).toContain('From the answer to the paint.')
  })
})

describe('a report', () => {
  test('lists all aims, met or missed', () => {
    expect(report()).toContain('| Painting | picker: all rows | ≤ 2 × bare | 1.23 | met |')
    expect(report()).toContain('| Painting | picker: first row | ≤ 1 × bare | 1.5 | **missed** |')
  })

  test('gives the reason for what was missed once, and none for what was met', () => {
    expect(report().split('It does more.')).toHaveLength(2)
    expect(report()).not.toContain('Never read.')
  })

  test('says so where others worked on the machine when it began', () => {
    expect(report()).not.toContain('Others')
    expect(report({ ...quiet, loadBefore: 1.5 })).toContain('Others worked on the machine')
  })

  test('says so after a short run', () => {
    expect(report()).not.toContain('short run')
    expect(report(quiet, true)).toContain('short run')
  })
})
