import type { Agent } from './agent.ts'

/** Milliseconds for which a verified token is not verified again. */
const PROVEN = 30_000
const MOST_TOKENS = 10_000

/** An agent's desktop sends the same token with every call, and verifying it takes longer than all the rest. */
export function createKnownTokens() {
  const tokens = new Map<string, { agent: Agent; by: unknown; until: number }>()
  return {
    /** @param by the secrets that are valid now; a token is forgotten when they change */
    find(token: string, by: unknown): Agent | null {
      const known = tokens.get(token)
      return known && known.by === by && Date.now() < known.until ? known.agent : null
    },
    /** @param expires seconds since 1970 */
    add(token: string, by: unknown, agent: Agent, expires: number): void {
      tokens.delete(token)
      const [oldest] = tokens.keys()
      if (tokens.size >= MOST_TOKENS && oldest !== undefined) tokens.delete(oldest)
      tokens.set(token, { agent, by, until: Math.min(Date.now() + PROVEN, expires * 1000) })
    },
  }
}
