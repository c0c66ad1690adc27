/**
 * Reads an `http` or `https` origin and returns it as browsers write it; null for everything else. A trailing
 * slash is allowed; a path, a query, a user or a wildcard is not.
 *
 * @example
 * readOrigin('https://Desk.example.com:443/') // 'https://desk.example.com'
 * readOrigin('desk.example.com') // null
 */
export function readOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.hostname.includes('*')) return null
  return url.href === `${url.origin}/` ? url.origin : null
}

/** Whether a host name or address is a loopback one, which only this machine can reach. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}
