import type { CccAction } from './action.ts'
import { type CccPage, type CccPageRequest, readPage } from './list.ts'
import { type PlacedNumber, readPlacedNumber } from './pick.ts'

export interface OutboundNumbersRequest extends CccPageRequest {
  /** Lists only the numbers of these groups; left out, those of all the agent's groups. */
  skillGroupIds?: readonly string[]
}

/**
 * Lists every number that an agent may call from.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListOutboundNumbersOfUser
 */
export const listOutboundNumbersOfUser: CccAction<OutboundNumbersRequest, CccPage<PlacedNumber>> = {
  name: 'ListOutboundNumbersOfUser',
  parameters: ({ skillGroupIds, ...request }) => ({
    ...request,
    skillGroupIdList: skillGroupIds && JSON.stringify(skillGroupIds),
  }),
  read: (envelope) => readPage(envelope, 'Number', readPlacedNumber),
}
