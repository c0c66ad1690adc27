import { callerNumbers } from './callerNumbers.ts'
import { CloudError } from './cloudError.ts'
import { type LocatedNumber, locate } from './locatedNumber.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import { AGENT, COLLEAGUE, skillGroups } from './skillGroups.ts'

/** An agent's skill group, in the cloud's terms. */
interface SkillLevel {
  SkillGroupId: string
  SkillGroupName: string
  SkillLevel: number
  MediaType: string
}

/** What an agent has: both agents of the instance have the same. */
export interface UserLists {
  /** Of all media; a pattern is part of a name. */
  listSkillLevelsOfUser(userId: string, page: PageRequest, searchPattern?: string): Page<SkillLevel>
  /** Of all the agent's voice groups, or of these. */
  listOutboundNumbersOfUser(
    userId: string,
    page: PageRequest,
    skillGroupIds?: readonly string[],
  ): Page<LocatedNumber>
}

export function createUserLists(instanceId: string): UserLists {
  const userIds = [AGENT, COLLEAGUE].map((name) => `${name}@${instanceId}`)
  const voiceGroups = skillGroups
    .filter(({ mediaType }) => mediaType !== 'CHAT')
    .map(({ key }) => key)

  function requireUser(id: string): void {
    if (!userIds.includes(id)) throw new CloudError('NotExists.UserId', id)
  }

  return {
    listSkillLevelsOfUser: (id, page, searchPattern = '') => {
      requireUser(id)
      const found = skillGroups.filter(({ name }) => name.includes(searchPattern))
      return pageOf(
        found.map(({ key, name, skillLevel, mediaType }) => ({
          SkillGroupId: `${key}@${instanceId}`,
          SkillGroupName: name,
          SkillLevel: skillLevel,
          MediaType: mediaType,
        })),
        page,
      )
    },
    listOutboundNumbersOfUser: (id, page, skillGroupIds) => {
      requireUser(id)
      const own = voiceGroups.filter(
        (key) => !skillGroupIds || skillGroupIds.includes(`${key}@${instanceId}`),
      )
      const numbers = callerNumbers.filter(({ groups }) => groups.some((key) => own.includes(key)))
      return pageOf(
        numbers.map(({ number }) => locate(number)),
        page,
      )
    },
  }
}
