/** Something that `npm run bench` measures: a table with what its rows mean. */
export interface Measure {
  title: string
  /** What was done and what is counted, in a sentence or two. */
  meaning: string
  rows: readonly Row[]
}

export interface Row {
  name: string
  /** By the name of their column. */
  values: Readonly<Record<string, number>>
  unit: 'ms' | 'bytes' | 'MB' | 'requests' | 'a second' | 'nodes' | 'calls'
  /** What the values should be; rows that others are compared with have none. */
  aims?: readonly Aim[]
}

export interface Aim {
  /** What should be small: `all rows`. */
  what: string
  limit: number
  reached: number
  /** What limit and reached are counted in: `× bare React`, `ms`. */
  unit: string
  /** Why it is missed, where it is. */
  otherwise?: string
}

/** How much is measured: a short run is for whoever changes the bench, a full one for the docs. */
export interface Extent {
  /** So many times in a full run, and fewer in a short one. */
  times: (full: number) => number
}

export function isMet({ reached, limit }: Aim): boolean {
  return reached <= limit
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}
