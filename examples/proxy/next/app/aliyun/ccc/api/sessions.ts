/** A placeholder for the company's own sessions. */
const sessions = new Map([['s-1', { cccUserId: 'agent@ccc-test' }]])

export async function findSession(cookie: string | null) {
  const id = /(?:^|;\s*)session=([^;]*)/.exec(cookie ?? '')?.[1]
  return (id !== undefined && sessions.get(id)) || null
}
