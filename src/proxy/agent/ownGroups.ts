import { CccError, listSkillLevelsOfUser, openEnvelope } from '../../ccc/index.ts'
import type { Call } from '../call/index.ts'
import type { Answer } from '../cloud/index.ts'
import type { OwnGroups } from './rights.ts'

/** Milliseconds for which the groups of a user are cached. */
const KEPT = 60_000
/** Milliseconds after which a missing group is looked up again. */
const DOUBTED = 3_000
const MOST_USERS = 10_000
const PAGE_SIZE = 100
const MOST_PAGES = 100

interface Known {
  groups: Promise<ReadonlySet<string>>
  since: number
}

/**
 * Caches for a minute which skill groups a user is in, so that not every pick has to ask. A missing group is
 * looked up again after three seconds: somebody may just have added it.
 *
 * @param send asks the cloud; if it throws, everyone who waits for the same user gets the error
 * @param now returns milliseconds
 */
export function createOwnGroups(
  instanceId: string,
  send: (call: Call, userId: string) => Promise<Answer>,
  now: () => number = Date.now,
): OwnGroups {
  const users = new Map<string, Known>()

  function recall(userId: string, milliseconds: number): Known | undefined {
    const known = users.get(userId)
    return known && now() - known.since < milliseconds ? known : undefined
  }

  function learn(userId: string): Known {
    const known = { groups: askGroups(userId, instanceId, send), since: now() }
    known.groups.catch(() => {
      if (users.get(userId) === known) users.delete(userId)
    })
    users.delete(userId)
    const [oldest] = users.keys()
    if (users.size >= MOST_USERS && oldest !== undefined) users.delete(oldest)
    users.set(userId, known)
    return known
  }

  return async (userId, named) => {
    const groups = await (recall(userId, KEPT) ?? learn(userId)).groups
    if ([...named].every((id) => groups.has(id))) return groups
    return (recall(userId, DOUBTED) ?? learn(userId)).groups
  }
}

async function askGroups(
  userId: string,
  instanceId: string,
  send: (call: Call, userId: string) => Promise<Answer>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let page = 1; page <= MOST_PAGES; page++) {
    const parameters = new Map([
      ['InstanceId', instanceId],
      ['UserId', userId],
      ['PageNumber', String(page)],
      ['PageSize', String(PAGE_SIZE)],
    ])
    const { status, envelope } = await send(
      { action: listSkillLevelsOfUser.name, parameters },
      userId,
    )
    const { entries, total } = listSkillLevelsOfUser.read(openEnvelope({ status, data: envelope }))
    for (const { id } of entries) found.add(id)
    if (entries.length === 0 || page * PAGE_SIZE >= total) return found
  }
  throw new CccError({
    code: 'UnreadableAnswer',
    message: `The cloud lists more than ${MOST_PAGES * PAGE_SIZE} skill groups for one user.`,
    httpStatus: 502,
  })
}
