import { readCallee } from '../../src/ccc/index.ts'
import { type Answer, granted, refused } from './answer.ts'
import { type CallerNumber, callerNumbers } from './callerNumbers.ts'
import { CloudError } from './cloudError.ts'
import { type LocatedNumber, locate, type NumberPair } from './locatedNumber.ts'
import { createOddAnswers } from './oddAnswers.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import {
  type ApiParameters,
  readIdList,
  readPageRequest,
  readText,
  readWholeNumber,
} from './parameters.ts'
import { pickCallers } from './pick.ts'
import { placeOf } from './places.ts'
import { createRequestIds } from './requestIds.ts'
import { AGENT, skillGroups } from './skillGroups.ts'

export interface SkillLevel {
  SkillGroupId: string
  SkillGroupName: string
  SkillLevel: number
  MediaType: string
}

export interface PickQuestion {
  callee: string
  skillGroupIds: readonly string[]
  count: number
}

/** A simulated call-center instance: one agent, a few skill groups, some dozens of numbers. */
export interface Instance {
  readonly id: string
  /** The one user that exists. */
  readonly userId: string
  readonly numbers: readonly LocatedNumber[]
  pick(question: PickQuestion): NumberPair[]
  listSkillLevelsOfUser(userId: string, page: PageRequest, searchPattern?: string): Page<SkillLevel>
  listOutboundNumbersOfUser(
    userId: string,
    page: PageRequest,
    skillGroupIds?: readonly string[],
  ): Page<LocatedNumber>
  getNumberLocation(number: string): LocatedNumber
  /** Answers an action as the cloud does, refusals and special callees included. */
  answer(action: string, parameters: ApiParameters): Answer
  /** The answer to a request that the gateway refuses before it reaches the instance. */
  refuse(error: CloudError): Answer
}

/**
 * Creates an instance. It uses neither randomness nor a clock: two instances with the same id give the same
 * answers to the same questions, request ids included.
 *
 * @example
 * const instance = createInstance()
 * instance.answer('PickOutboundNumbers', {
 *   InstanceId: 'ccc-test',
 *   CalledNumber: '13888888888',
 *   SkillGroupIdList: '["presales@ccc-test"]',
 *   Count: '5',
 * })
 */
export function createInstance({
  instanceId = 'ccc-test',
}: {
  instanceId?: string | undefined
} = {}): Instance {
  const nextRequestId = createRequestIds(instanceId)
  const userId = `${AGENT}@${instanceId}`
  const voiceGroupIds = skillGroups
    .filter(({ mediaType }) => mediaType !== 'CHAT')
    .map(({ key }) => groupId(key))

  function groupId(key: string): string {
    return `${key}@${instanceId}`
  }

  function numbersOf(skillGroupIds: readonly string[]): CallerNumber[] {
    return callerNumbers.filter(({ groups }) =>
      groups.some((key) => skillGroupIds.includes(groupId(key))),
    )
  }

  function requireUser(id: string): void {
    if (id !== userId) throw new CloudError('NotExists.UserId', id)
  }

  const pick: Instance['pick'] = ({ callee, skillGroupIds, count }) => {
    const reading = readCallee(callee)
    const number = reading.state === 'complete' ? reading.number : callee
    const place = placeOf(number)
    return pickCallers(numbersOf(skillGroupIds), { number, place }, count).map((caller) => ({
      Callee: locate(number),
      Caller: locate(caller.number),
    }))
  }

  const listSkillLevelsOfUser: Instance['listSkillLevelsOfUser'] = (
    id,
    page,
    searchPattern = '',
  ) => {
    requireUser(id)
    const found = skillGroups.filter(({ name }) => name.includes(searchPattern))
    return pageOf(
      found.map(({ key, name, skillLevel, mediaType }) => ({
        SkillGroupId: groupId(key),
        SkillGroupName: name,
        SkillLevel: skillLevel,
        MediaType: mediaType,
      })),
      page,
    )
  }

  const listOutboundNumbersOfUser: Instance['listOutboundNumbersOfUser'] = (
    id,
    page,
    skillGroupIds = voiceGroupIds,
  ) => {
    requireUser(id)
    const own = skillGroupIds.filter((group) => voiceGroupIds.includes(group))
    return pageOf(
      numbersOf(own).map(({ number }) => locate(number)),
      page,
    )
  }

  const numbers = callerNumbers.map(({ number }) => locate(number))
  const oddAnswerTo = createOddAnswers(numbers)

  type Grant = (data: unknown) => Answer
  const actions = new Map<string, (parameters: ApiParameters, grant: Grant) => Answer>([
    [
      'PickOutboundNumbers',
      (parameters, grant) => {
        const callee = readText(parameters, 'CalledNumber')
        const skillGroupIds = readIdList(parameters, 'SkillGroupIdList')
        const count = readWholeNumber(parameters, 'Count', { from: 1, otherwise: 1 })
        const pairs = pick({ callee, skillGroupIds, count })
        return oddAnswerTo(callee)?.(pairs, grant) ?? grant(pairs)
      },
    ],
    [
      'ListSkillLevelsOfUser',
      (parameters, grant) => {
        const user = readText(parameters, 'UserId')
        const page = readPageRequest(parameters)
        return grant(listSkillLevelsOfUser(user, page, parameters.SearchPattern))
      },
    ],
    [
      'ListOutboundNumbersOfUser',
      (parameters, grant) => {
        const user = readText(parameters, 'UserId')
        const page = readPageRequest(parameters)
        const groups = parameters.SkillGroupIdList
          ? readIdList(parameters, 'SkillGroupIdList')
          : voiceGroupIds
        return grant(listOutboundNumbersOfUser(user, page, groups))
      },
    ],
    ['GetNumberLocation', (parameters, grant) => grant(locate(readText(parameters, 'Number')))],
  ])

  function perform(action: string, parameters: ApiParameters, grant: Grant): Answer {
    const act = actions.get(action)
    if (!act) throw new CloudError('InvalidApi.NotFound')
    const id = readText(parameters, 'InstanceId')
    if (id !== instanceId) throw new CloudError('NotExists.InstanceId', id)
    return act(parameters, grant)
  }

  return {
    id: instanceId,
    userId,
    numbers,
    pick,
    listSkillLevelsOfUser,
    listOutboundNumbersOfUser,
    getNumberLocation: locate,
    answer(action, parameters) {
      const requestId = nextRequestId()
      try {
        return perform(action, parameters, (data) => granted(requestId, data))
      } catch (error) {
        return refused(requestId, error)
      }
    },
    refuse: (error) => refused(nextRequestId(), error),
  }
}
