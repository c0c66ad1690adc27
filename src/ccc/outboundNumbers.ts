import type { Action } from './action.ts'
import { type Page, readPage } from './list.ts'
import { type PlacedNumber, readPlacedNumber } from './pick.ts'

export interface OutboundNumbersRequest {
  /** As in `agent@ccc-test`. */
  userId: string
  /** Numbers of these groups only; of all the agent's groups without. */
  skillGroupIds?: readonly string[]
  /** 1 to 100. */
  pageNumber: number
  /** 1 to 100. */
  pageSize: number
  instanceId?: string
}

/**
 * Lists every number that an agent may call from.
 *
 * @see https://api.aliyun.com/document/CCC/2020-07-01/ListOutboundNumbersOfUser
 */
export const listOutboundNumbersOfUser: Action<OutboundNumbersRequest, Page<PlacedNumber>> = {
  name: 'ListOutboundNumbersOfUser',
  parameters: ({ userId, skillGroupIds, pageNumber, pageSize, instanceId }) => ({
    instanceId,
    userId,
    skillGroupIdList: skillGroupIds && JSON.stringify(skillGroupIds),
    pageNumber,
    pageSize,
  }),
  read: (envelope) => readPage(envelope, 'Number', readPlacedNumber),
}
