/**
 * The origins of the pages that may embed the frame, apart by spaces or commas; if none is named, its own. An
 * address with a path, if only a slash, names its origin. `null` names nobody: it is the origin of every
 * sandboxed page and local file, whoever made it.
 */
export function readOrigins(named: string, own: string): readonly string[] {
  const addresses = named.split(/[\s,]+/).filter((address) => address !== '')
  const origins = addresses.length > 0 ? addresses.map(originOf) : [own]
  return origins.filter((origin) => origin !== 'null')
}

function originOf(address: string): string {
  try {
    return new URL(address).origin
  } catch {
    return address
  }
}
