import { CloudError } from './cloudError.ts'
import type { PageRequest } from './page.ts'

/** Request parameters as they are sent: every value a string, keys in PascalCase. */
export type ApiParameters = Readonly<Record<string, string>>

export function readText(parameters: ApiParameters, name: string): string {
  const text = parameters[name]?.trim()
  if (!text) throw new CloudError('Parameter.Blank', name)
  return text
}

/** A whole number within its bounds, or `otherwise` if the caller left it out. */
export function readWholeNumber(
  parameters: ApiParameters,
  name: string,
  bounds: { from: number; to?: number; otherwise: number },
): number {
  const text = parameters[name]
  if (text === undefined || text === '') return bounds.otherwise
  const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= bounds.from)) {
    throw new CloudError('Parameter.Minimum', `${name} is ${text}, the minimum is ${bounds.from}`)
  }
  if (bounds.to !== undefined && number > bounds.to) {
    throw new CloudError('Parameter.Maximum', `${name} is ${text}, the maximum is ${bounds.to}`)
  }
  return number
}

export function readPageRequest(parameters: ApiParameters): PageRequest {
  return {
    number: readWholeNumber(parameters, 'PageNumber', { from: 1, to: 100, otherwise: 1 }),
    size: readWholeNumber(parameters, 'PageSize', { from: 1, to: 100, otherwise: 10 }),
  }
}

/** A list is sent as a string that holds a JSON array: `["presales@ccc-test"]`. */
export function readIdList(parameters: ApiParameters, name: string): string[] {
  const list = parseJson(readText(parameters, name))
  if (!Array.isArray(list)) throw new CloudError('Parameter.Null', name)
  const ids = list.filter((id) => typeof id === 'string' && id !== '')
  if (ids.length === 0) throw new CloudError('Parameter.Empty', name)
  return ids
}

/** Null for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
