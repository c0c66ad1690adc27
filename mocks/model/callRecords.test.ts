import { describe, expect, it } from 'vitest'
import { listCallDetailRecordsV2, openEnvelope } from '../../src/ccc/index.ts'
import { scenarioById } from '../scenarios.ts'
import { createInstance } from './index.ts'
import { BUSIEST } from './pastCalls.ts'

/** A Wednesday, 15:00 in Shanghai. */
const now = Date.parse('2026-11-25T15:00:00+08:00')
const day = 24 * 3_600_000
const page = { InstanceId: 'ccc-test', PageNumber: '1', PageSize: '100' }
const ever = { ...page, StartTime: '0' }

const create = () => createInstance({ now: () => now })

function list(parameters: Record<string, string>, instance = create()) {
  return instance.answer('ListCallDetailRecordsV2', parameters)
}

function entries(parameters: Record<string, string>, instance = create()) {
  const { httpStatus, body } = list(parameters, instance)
  return listCallDetailRecordsV2.read(openEnvelope({ status: httpStatus, data: body }))
}

describe('the call records', () => {
  it('say of a customer when and from where they were called, and how it ended, the newest first', () => {
    const { List } = { ...Object(list({ ...ever, CalledNumber: '13888888888' }).body.Data) }
    expect(List).toMatchObject([
      {
        ContactType: 'OUTBOUND',
        CalledNumber: '13888888888',
        CalleeLocation: '北京-北京',
        ContactDisposition: 'NoAnswer',
        EarlyMediaState: 'NoAnswer',
        StartTime: Date.parse('2026-11-24T16:20:00+08:00'),
        EstablishedTime: '',
        CallDuration: '20',
        TalkTime: 0,
        AgentIds: 'colleague@ccc-test',
        AgentNames: '李雷',
      },
      {
        ContactDisposition: 'Success',
        StartTime: Date.parse('2026-11-22T10:05:00+08:00'),
        EstablishedTime: Date.parse('2026-11-22T10:05:08+08:00'),
        AgentIds: 'agent@ccc-test',
      },
    ])
  })

  it('are the same in every instance with the same clock', () => {
    const asked = { ...ever, CalledNumber: '13957100000' }
    expect(list(asked).body.Data).toEqual(list(asked).body.Data)
  })

  it('are those of callers that the customer is offered', () => {
    const { entries: calls } = entries({ ...ever, CalledNumber: '13888888888' })
    const offered = create().pick({
      callee: '13888888888',
      skillGroupIds: ['test@ccc-test'],
      count: 5,
    })
    const callers = offered.map(({ Caller }) => Caller.Number)
    for (const { caller } of calls) expect(callers).toContain(caller)
  })

  it('count what a caller was used for today, in pages of one', () => {
    const asked = { ...page, CallingNumber: BUSIEST, PageSize: '1' }
    expect(entries(asked)).toMatchObject({ total: 50, entries: { length: 1 } })
    const answered = entries({ ...asked, ContactDispositionList: '["Success"]' })
    expect(answered.total).toBeGreaterThan(0)
    expect(answered.total).toBeLessThan(50)
    expect(entries({ ...asked, PageNumber: '50' }).entries).toHaveLength(1)
    expect(entries({ ...asked, PageNumber: '51' }).entries).toHaveLength(0)
  })

  it('are filtered by time in milliseconds, from 00:00 of today to now if nothing is said', () => {
    const asked = { ...page, CalledNumber: '13888888888' }
    expect(entries(asked).total).toBe(0)
    expect(entries({ ...asked, StartTime: `${now - day}` }).total).toBe(1)
    expect(entries({ ...asked, StartTime: '0', EndTime: `${now - day}` }).total).toBe(1)
  })

  it.each([
    ['ContactTypeList', '["INBOUND"]', 0],
    ['ContactTypeList', '["INBOUND","OUTBOUND"]', 2],
    ['ContactDispositionList', '["Success"]', 1],
    ['EarlyMediaStateList', '["NoAnswer"]', 1],
    ['AgentId', 'colleague@ccc-test', 1],
    ['SkillGroupIdList', '["members@ccc-test"]', 0],
    ['MediaType', 'CHAT', 0],
    ['CallingNumber', '95588', 0],
    ['Number', '13888888888', 2],
  ])('are filtered by %s %s', (name, value, total) => {
    expect(entries({ ...ever, CalledNumber: '13888888888', [name]: value }).total).toBe(total)
  })

  it('can be asked for the oldest first', () => {
    const { entries: calls } = entries({
      ...ever,
      CalledNumber: '13888888888',
      OrderByField: 'startTime',
      SortOrder: 'ASC',
    })
    expect(calls.map(({ outcome }) => outcome)).toEqual(['answered', 'no-answer'])
  })

  it.each([
    [{ InstanceId: 'ccc-test', PageNumber: '1' }, 'Parameter.Blank'],
    [{ InstanceId: 'ccc-test', PageSize: '1' }, 'Parameter.Blank'],
    [{ ...page, PageSize: '101' }, 'Parameter.Maximum'],
    [{ ...page, OrderByField: 'talkTime' }, 'Parameter.Illegal'],
    [{ ...page, SortOrder: 'UP' }, 'Parameter.Illegal'],
    [{ ...page, StartTime: 'today' }, 'Parameter.Minimum'],
  ])('refuse %o', (parameters, Code) => {
    expect(list(parameters)).toMatchObject({ httpStatus: 400, body: { Code } })
  })

  it('have a record of every call that is made', () => {
    const instance = create()
    const call = { caller: '01089898989', callee: '13888888888', agentId: 'agent@ccc-test' }
    instance.record({ ...call, at: now - 60_000, seconds: 30, outcome: 'busy' })
    const { entries: calls } = entries({ ...page, CalledNumber: '13888888888' }, instance)
    expect(calls).toEqual([{ caller: '01089898989', at: now - 60_000, outcome: 'busy' }])
  })
})

it('a call that names no caller has a record of the one that the cloud chose', () => {
  const instance = create()
  const call = { callee: '13888888888', agentId: 'agent@ccc-test', at: now, seconds: 30 }
  for (const caller of ['', 'auto']) instance.record({ ...call, caller, outcome: 'answered' })
  const { entries: calls } = entries({ ...page, CalledNumber: '13888888888' }, instance)
  expect(calls).toHaveLength(2)
  for (const { caller } of calls) expect(caller).toMatch(/^\d{10,12}$/)
})

describe('special callees', () => {
  const of = (id: Parameters<typeof scenarioById>[0]) => ({
    ...ever,
    CalledNumber: scenarioById(id).callee,
  })

  it('were never called', () => expect(entries(of('never-called')).total).toBe(0))

  it('were called five times in the last 24 hours', () =>
    expect(entries({ ...of('called-often'), StartTime: `${now - day}` }).total).toBe(5))

  it('have masked records, which are counted all the same', () => {
    const { entries: calls, total } = entries(of('records-masked'))
    expect(total).toBe(2)
    for (const { caller } of calls) expect(caller).toMatch(/^\d+\*{4}$/)
  })

  it('have records that may not be read', () =>
    expect(list(of('records-refused'))).toMatchObject({
      httpStatus: 403,
      body: { Code: 'Forbidden.RAM' },
    }))
})
