/** The forms in which real proxies pass on the cloud's answer. */
export type ProxyStyle =
  /** Unchanged. */
  | 'cloud'
  /** Every key's first letter in lowercase: `data`, `requestId`. */
  | 'camel'
  /** As `camel`, and an object that holds only one array is replaced by that array. */
  | 'unwrapped'
  /** A JSON string that holds JSON. */
  | 'twice'

/** All forms, for a test in each of them. */
export const proxyStyles: readonly ProxyStyle[] = ['cloud', 'camel', 'unwrapped', 'twice']

/** Restyles an answer's body; the result still has to be written as JSON, once. */
export function restyle(body: unknown, style: ProxyStyle): unknown {
  switch (style) {
    case 'cloud':
      return body
    case 'camel':
      return lowerKeys(body)
    case 'unwrapped':
      return lowerKeys(unwrapArrays(body))
    case 'twice':
      return JSON.stringify(body)
  }
}

function lowerKeys(value: unknown): unknown {
  return rebuild(value, lowerKeys, (key) => key.charAt(0).toLowerCase() + key.slice(1))
}

function unwrapArrays(value: unknown): unknown {
  const rebuilt = rebuild(value, unwrapArrays, (key) => key)
  if (typeof rebuilt !== 'object' || rebuilt === null || Array.isArray(rebuilt)) return rebuilt
  const [only, ...others] = Object.values(rebuilt)
  return Array.isArray(only) && others.length === 0 ? only : rebuilt
}

function rebuild(
  value: unknown,
  rebuildItem: (item: unknown) => unknown,
  renameKey: (key: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map(rebuildItem)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [renameKey(key), rebuildItem(item)]),
  )
}
