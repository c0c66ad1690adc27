import { CccError } from '../../ccc/index.ts'
import { type ApiParameters, type Call, takesUser } from '../call/index.ts'
import { quote } from '../masking.ts'
import { badRequest } from '../refusal.ts'
import type { Agent } from './agent.ts'

/** The skill groups that a user is in, fresh enough to tell whether `named` are among them. */
export type OwnGroups = (userId: string, named: ReadonlySet<string>) => Promise<ReadonlySet<string>>

/**
 * Restricts a call to what its agent may do: it is made in the agent's own name, and names only the agent's
 * skill groups. The cloud cannot tell agents apart, because the company's key signs for all.
 *
 * @returns the call as it may be sent
 * @throws {CccError} `Forbidden.User`, `Forbidden.SkillGroup` (403)
 */
export async function holdToRights(call: Call, agent: Agent, ownGroups: OwnGroups): Promise<Call> {
  const parameters = pinUser(call, agent.userId)
  const named = skillGroupsOf(parameters)
  if (named.size > 0) {
    const own = agent.skillGroupIds
      ? new Set(agent.skillGroupIds)
      : await ownGroups(agent.userId, named)
    for (const id of named) {
      if (!own.has(id))
        throw forbiddenGroup(id, agent.skillGroupIds ? 'the token' : 'ListSkillLevelsOfUser')
    }
  } else if (agent.skillGroupIds && call.action === 'ListOutboundNumbersOfUser') {
    // Without a list, the cloud would answer for all the user's groups, even those that the token excludes.
    if (agent.skillGroupIds.length === 0) throw forbiddenGroup()
    parameters.set('SkillGroupIdList', JSON.stringify(agent.skillGroupIds))
  }
  return { action: call.action, parameters }
}

function pinUser({ action, parameters }: Call, userId: string): Map<string, string> {
  const pinned = new Map<string, string>()
  for (const [name, value] of parameters) {
    const [first, ...nested] = name.toLowerCase().split('.')
    if (first !== 'userid') {
      pinned.set(name, value)
    } else if (nested.length > 0 || (value !== '' && value !== userId)) {
      throw forbiddenUser()
    } else if (!takesUser(action)) {
      pinned.set('UserId', userId)
    }
  }
  if (takesUser(action)) pinned.set('UserId', userId)
  return pinned
}

/** Ids in every parameter that names skill groups: one id, or a JSON array of ids. */
function skillGroupsOf(parameters: ApiParameters): ReadonlySet<string> {
  const named = new Set<string>()
  for (const [name, value] of parameters) {
    if (!/skillgroupid(?:s|list)?(?:\.|$)/i.test(name) || value === '') continue
    for (const id of readIds(value)) named.add(id)
  }
  return named
}

function readIds(value: string): readonly string[] {
  if (!/^\s*["[]/.test(value)) return [value]
  let ids: unknown
  try {
    ids = [JSON.parse(value)].flat()
  } catch {
    throw unreadableGroups()
  }
  if (!Array.isArray(ids)) throw unreadableGroups()
  return ids.map((id) => {
    if (typeof id !== 'string') throw unreadableGroups()
    return id
  })
}

function forbiddenUser(): CccError {
  const message =
    'This call is for another agent: leave UserId out or send the id of the one who is signed in.'
  return new CccError({ code: 'Forbidden.User', message, httpStatus: 403 })
}

function forbiddenGroup(id = '', source = ''): CccError {
  const message =
    id === ''
      ? 'The agent may use no skill group at all: ask an administrator.'
      : `The skill group ${quote(id)} is not the agent's: name those of ${source}.`
  return new CccError({ code: 'Forbidden.SkillGroup', message, httpStatus: 403 })
}

function unreadableGroups(): CccError {
  const message =
    'The skill groups cannot be read: send a JSON array of ids, ["presales@ccc-test"].'
  return badRequest(message)
}
