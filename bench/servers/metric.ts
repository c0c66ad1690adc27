import type { Running } from './process.ts'

/** A number that the proxy tells about itself, by its name and labels as they stand in `/metrics`; NaN if it tells none. */
export async function metricOf({ url }: Running, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.slice(name.length) ?? Number.NaN)
}
