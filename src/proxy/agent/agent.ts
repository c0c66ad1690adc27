import * as v from 'valibot'
import { CccError } from '../../ccc/index.ts'
import type { Incoming } from '../incoming.ts'
import { Refusal, unlessFailed } from '../refusal.ts'

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

/** An {@link Authenticate} that needs the headers alone, and can do without a web-standard request. */
export interface HeaderAuthenticate extends Authenticate {
  byHeaders(header: Incoming['header']): Promise<Agent>
}

export const userId = v.pipe(v.string(), v.regex(/^[^\s"\\]{1,200}$/))
export const skillGroupIds = v.array(v.pipe(v.string(), v.nonEmpty()))
const agent = v.object({ userId, skillGroupIds: v.optional(skillGroupIds) })

/** @throws {TypeError} if the value cannot be an agent; the message says why, without quoting the value */
function readAgent(value: unknown): Agent {
  const found = v.safeParse(agent, value)
  if (found.success) return found.output
  const faults = found.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ')
  throw new TypeError(
    `authenticate gave an agent that cannot be one (${faults}): give { userId, skillGroupIds? }.`,
  )
}

/**
 * @throws {CccError} `Unauthenticated` (401) if nobody is signed in, `AuthenticationUnavailable` (503) if
 * `authenticate` throws anything but a `CccError`
 */
export async function identify(
  incoming: Incoming,
  authenticate: Authenticate | HeaderAuthenticate,
): Promise<Agent> {
  if ('byHeaders' in authenticate) return authenticate.byHeaders(incoming.header)
  const agent = await unlessFailed(() => authenticate(incoming.request()), authenticationFailed)
  if (agent) return readAgent(agent)
  const message = 'Nobody is signed in: sign in and try again.'
  throw new Refusal(
    { code: 'Unauthenticated', message, httpStatus: 401 },
    { 'WWW-Authenticate': 'Bearer' },
  )
}

export function authenticationFailed(cause?: unknown): CccError {
  const message = 'The proxy cannot find out who calls: try again.'
  return new CccError({ code: 'AuthenticationUnavailable', message, httpStatus: 503, cause })
}
