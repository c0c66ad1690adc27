/**
 * The sentence for a value that is wrong, the same wherever it is said: whose it is, what it is, and the way out.
 *
 * @example
 * throw misuse('createProxyClient', 'timeout', 0, 'Pass whole milliseconds above 0, such as 10000.')
 */
export function misuse(whose: string, name: string, value: unknown, wayOut: string): TypeError {
  return new TypeError(`${whose}: ${name} is ${shown(value)}. ${wayOut}`)
}

/** The largest number that is shown: one that is larger may be a customer's. */
const SHOWN = 9_999_999

function shown(value: unknown): string {
  if (value === '') return 'empty'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  if (value instanceof Object) return 'an object'
  return typeof value === 'number' && value > SHOWN ? 'a number' : String(value)
}
