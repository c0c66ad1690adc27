import * as v from 'valibot'

/** Who calls, once that is proven. */
export interface Agent {
  /** The user id in the call center, as in `agent@ccc-test`. Every call is made in this name. */
  userId: string
  /**
   * Ids of the skill groups that this agent may name, as in `presales@ccc-test`. Left out, the groups
   * that the call center itself lists for the user.
   */
  skillGroupIds?: readonly string[] | undefined
}

/**
 * Tells who sends a request, from its headers alone: the body is still to be read. Null for nobody
 * that is known, which is answered with HTTP 401.
 *
 * What it throws is answered with HTTP 503, but for a `CccError`, which is answered as it says.
 *
 * @example
 * const authenticate: Authenticate = async (request) => {
 *   const session = await sessions.find(request.headers.get('cookie'))
 *   return session && { userId: session.cccUserId }
 * }
 */
export type Authenticate = (request: Request) => Agent | null | Promise<Agent | null>

export const userId = v.pipe(v.string(), v.regex(/^[^\s"\\]{1,200}$/))
export const skillGroupIds = v.array(v.pipe(v.string(), v.nonEmpty()))
const agent = v.object({ userId, skillGroupIds: v.optional(skillGroupIds) })

/** @throws {TypeError} for what cannot be an agent; the message says why, and nothing of the value */
export function readAgent(value: unknown): Agent {
  const found = v.safeParse(agent, value)
  if (found.success) return found.output
  const faults = found.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ')
  throw new TypeError(
    `authenticate gave an agent that cannot be one (${faults}): give { userId, skillGroupIds? }.`,
  )
}
