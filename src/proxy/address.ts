/**
 * An `http` or `https` origin as browsers write it, null for everything else. A slash at the end is
 * forgiven; a path, a query, a user or a wildcard is not.
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

/** Whether a host name or address is this machine's own, reached by nobody else. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}
