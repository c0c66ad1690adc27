import * as v from 'valibot'

/** Who calls, once that is proven. */
export interface Agent {
  /** The user id in the call center, such as `agent@ccc-test`. Every call is made in this name. */
  userId: string
  /**
   * Ids of the skill groups that this agent may name, such as `presales@ccc-test`. Default: the groups that
   * the call center itself lists for the user.
   */
  skillGroupIds?: readonly string[] | undefined
}

/**
 * Finds out who sends a request, from its headers alone: the body has not been read yet. Null means nobody
 * is signed in, and the answer is HTTP 401.
 *
 * If it throws a `CccError`, that is the answer; anything else it throws is answered with HTTP 503.
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

/** @throws {TypeError} if the value cannot be an agent; the message says why, without quoting the value */
export function readAgent(value: unknown): Agent {
  const found = v.safeParse(agent, value)
  if (found.success) return found.output
  const faults = found.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ')
  throw new TypeError(
    `authenticate gave an agent that cannot be one (${faults}): give { userId, skillGroupIds? }.`,
  )
}
