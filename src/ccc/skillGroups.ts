import type { CccAction } from './action.ts'
import { field, text } from './envelope.ts'
import { type CccPage, type CccPageRequest, readPage } from './list.ts'

/**
 * A skill group of an agent; numbers belong to skill groups.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListSkillLevelsOfUser
 */
export interface SkillGroup {
  /** The cloud's id, such as `presales@ccc-test`. */
  id: string
  /** Its name, such as `售前`; the id, if it has none. */
  name: string
}

/** A skill group with the medium it works in; only voice groups can dial. */
export interface SkillLevel extends SkillGroup {
  voice: boolean
}

/**
 * Lists the skill groups that an agent belongs to.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListSkillLevelsOfUser
 */
export const listSkillLevelsOfUser: CccAction<CccPageRequest, CccPage<SkillLevel>> = {
  name: 'ListSkillLevelsOfUser',
  parameters: (request) => ({ ...request }),
  read: (envelope) =>
    readPage(envelope, 'SkillGroupId', (entry) => {
      const id = text(field(entry, 'SkillGroupId')).trim()
      if (id === '') return null
      const name = text(field(entry, 'SkillGroupName')).trim() || id
      const medium = text(field(entry, 'MediaType')).toUpperCase()
      return { id, name, voice: medium === '' || medium === 'AUDIO' }
    }),
}
