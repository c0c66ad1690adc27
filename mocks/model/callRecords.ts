import { scenarioOf } from '../scenarios.ts'
import { callerNumbers } from './callerNumbers.ts'
import { type CallRecord, type MadeCall, maskRecord, recordOf } from './callRecord.ts'
import { CloudError } from './cloudError.ts'
import { type Page, pageOf } from './page.ts'
import {
  type ApiParameters,
  readIdList,
  readPageRequest,
  readText,
  readWholeNumber,
} from './parameters.ts'
import { callsFrom, callsTo, startOfDay } from './pastCalls.ts'

/** The calls that were made, as the cloud tells of them. */
export interface CallRecords {
  /** Answers ListCallDetailRecordsV2. */
  list: (parameters: ApiParameters) => Page<CallRecord>
  add: (call: MadeCall) => void
}

/** Lists whose entries may be any of those asked for, and the record's field that they are about. */
const lists: readonly [parameter: string, field: keyof CallRecord][] = [
  ['ContactTypeList', 'ContactType'],
  ['ContactDispositionList', 'ContactDisposition'],
  ['EarlyMediaStateList', 'EarlyMediaState'],
  ['SkillGroupIdList', 'SkillGroupIds'],
]

/** Values that have to be equal, and the record's field that they are about. */
const values: readonly [parameter: string, field: keyof CallRecord][] = [
  ['CalledNumber', 'CalledNumber'],
  ['CallingNumber', 'CallingNumber'],
  ['AgentId', 'AgentIds'],
  ['MediaType', 'MediaType'],
]

/** The records of an instance: those of calls before it began follow from the numbers, the others are added. */
export function createCallRecords(instanceId: string, now: () => number): CallRecords {
  const began = now()
  const recorded = (calls: readonly MadeCall[]) => calls.map((call) => recordOf(call, instanceId))
  const made: CallRecord[] = []
  let today: readonly CallRecord[] | null = null

  function records({ CalledNumber = '', Number: either = '' }: ApiParameters): CallRecord[] {
    today ??= recorded(callerNumbers.flatMap((caller) => callsFrom(caller, instanceId, began)))
    const callees = [...new Set([CalledNumber, either])]
    const past = callees.flatMap((callee) => callsTo(callee, instanceId, began))
    return [...today, ...recorded(past), ...made]
  }

  return {
    add: (call) => made.push(recordOf(call, instanceId)),
    list: (parameters) => {
      for (const name of ['PageNumber', 'PageSize']) readText(parameters, name)
      const page = readPageRequest(parameters)
      const { OrderByField, SortOrder = 'DESC' } = parameters
      if (OrderByField && OrderByField !== 'startTime') throw unknown('OrderByField', OrderByField)
      if (!['DESC', 'ASC'].includes(SortOrder)) throw unknown('SortOrder', SortOrder)
      const scenario = scenarioOf(parameters.CalledNumber ?? parameters.Number ?? '')
      if (scenario?.id === 'records-refused') throw new CloudError('Forbidden.RAM')

      const since = { from: 0, otherwise: startOfDay(now()) }
      const start = readWholeNumber(parameters, 'StartTime', since)
      const end = readWholeNumber(parameters, 'EndTime', { from: 0, otherwise: now() })
      const found = records(parameters)
        .filter((record) => record.StartTime >= start && record.StartTime <= end)
        .filter((record) => isAskedFor(record, parameters))
        .sort((one, other) => other.StartTime - one.StartTime)
      if (SortOrder === 'ASC') found.reverse()
      const isMasked = scenario?.id === 'records-masked'
      return pageOf(isMasked ? found.map(maskRecord) : found, page)
    },
  }
}

function isAskedFor(record: CallRecord, parameters: ApiParameters): boolean {
  const { Number: either } = parameters
  return (
    (!either || [record.CalledNumber, record.CallingNumber].includes(either)) &&
    values.every(([name, field]) => !parameters[name] || parameters[name] === record[field]) &&
    lists.every(
      ([name, field]) =>
        !parameters[name] || readIdList(parameters, name).includes(String(record[field])),
    )
  )
}

function unknown(parameter: string, value: string): CloudError {
  return new CloudError('Parameter.Illegal', `${parameter} is ${value}`)
}
