import { readCallee } from '../../src/ccc/index.ts'
import { type Answer, granted, refused } from './answer.ts'
import { callerNumbers } from './callerNumbers.ts'
import type { MadeCall } from './callRecord.ts'
import { createCallRecords } from './callRecords.ts'
import { CloudError } from './cloudError.ts'
import { type LocatedNumber, locate, type NumberPair } from './locatedNumber.ts'
import { createOddAnswers } from './oddAnswers.ts'
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
import { AGENT, COLLEAGUE, skillGroups } from './skillGroups.ts'
import { createUserLists, type UserLists } from './userLists.ts'

/** The parameters of `PickOutboundNumbers`. */
interface PickQuestion {
  callee: string
  skillGroupIds: readonly string[]
  count: number
}

/** A simulated call-center instance: two agents, a few skill groups, some dozens of numbers. */
export interface Instance extends UserLists {
  /** Id of the instance, such as `ccc-test`. */
  readonly id: string
  /** The agent at the desk. */
  readonly userId: string
  /** Another agent of the same groups. */
  readonly colleagueId: string
  /** The company's numbers. */
  readonly numbers: readonly LocatedNumber[]
  /** The callers for a callee, the best first; odd answers are left to `answer`. */
  pick(question: PickQuestion): NumberPair[]
  /** The place of a number, as far as the simulation knows it. */
  getNumberLocation(number: string): LocatedNumber
  /** A call is over: from now on there is a record of it. */
  record(call: MadeCall): void
  /** Answers an action as the cloud does, refusals and special callees included. */
  answer(action: string, parameters: ApiParameters): Answer
  /** The answer to a request that the gateway refuses before it reaches the instance. */
  refuse(error: CloudError): Answer
}

/**
 * Creates an instance. Nothing in it is random: two instances with the same id give the same answers to the same
 * questions, request ids included. Only its call records have times, which follow from the clock that it is given.
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
  now = Date.now,
}: {
  /** Id of the instance. Default `ccc-test`. */
  instanceId?: string | undefined
  /** The clock of its call records, in milliseconds since 1970. Default: this machine's. */
  now?: (() => number) | undefined
} = {}): Instance {
  const nextRequestId = createRequestIds(instanceId)
  const users = createUserLists(instanceId)
  const records = createCallRecords(instanceId, now)

  const pick: Instance['pick'] = ({ callee, skillGroupIds, count }) => {
    const reading = readCallee(callee)
    const number = reading.state === 'complete' ? reading.number : callee
    const offered = callerNumbers.filter(({ groups }) =>
      groups.some((key) => skillGroupIds.includes(`${key}@${instanceId}`)),
    )
    const callers = pickCallers(offered, { number, place: placeOf(number) }, count)
    return callers.map((caller) => ({ Callee: locate(number), Caller: locate(caller.number) }))
  }

  /** Who calls without naming a caller leaves the choice to the cloud. */
  const isFree = (caller: string) => caller === '' || caller === 'auto'
  const voiceGroupIds = skillGroups.map(({ key }) => `${key}@${instanceId}`)
  const chosenFor = ({ callee }: MadeCall) =>
    pick({ callee, skillGroupIds: voiceGroupIds, count: 1 })[0]?.Caller.Number ?? ''

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
        return grant(users.listSkillLevelsOfUser(user, page, parameters.SearchPattern))
      },
    ],
    [
      'ListOutboundNumbersOfUser',
      (parameters, grant) => {
        const user = readText(parameters, 'UserId')
        const page = readPageRequest(parameters)
        const groups = parameters.SkillGroupIdList
          ? readIdList(parameters, 'SkillGroupIdList')
          : undefined
        return grant(users.listOutboundNumbersOfUser(user, page, groups))
      },
    ],
    ['GetNumberLocation', (parameters, grant) => grant(locate(readText(parameters, 'Number')))],
    ['ListCallDetailRecordsV2', (parameters, grant) => grant(records.list(parameters))],
  ])

  function perform(action: string, parameters: ApiParameters, grant: Grant): Answer {
    const act = actions.get(action)
    if (!act) throw new CloudError('InvalidApi.NotFound')
    const id = readText(parameters, 'InstanceId')
    if (id !== instanceId) throw new CloudError('NotExists.InstanceId', id)
    return act(parameters, grant)
  }

  return {
    ...users,
    id: instanceId,
    userId: `${AGENT}@${instanceId}`,
    colleagueId: `${COLLEAGUE}@${instanceId}`,
    numbers,
    pick,
    getNumberLocation: locate,
    record: (call) =>
      records.add(isFree(call.caller) ? { ...call, caller: chosenFor(call) } : call),
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
