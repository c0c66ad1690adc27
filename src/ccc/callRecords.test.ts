import { describe, expect, it } from 'vitest'
import { listCallDetailRecordsV2 } from './callRecords.ts'

const read = (...List: unknown[]) =>
  listCallDetailRecordsV2.read({ data: { TotalCount: 7, List }, requestId: 'R' })
const record = { CallingNumber: '01089898989', StartTime: 1_780_000_000_000 }

describe('listCallDetailRecordsV2', () => {
  it('asks for calls to customers, the newest first', () => {
    const request = { callee: '13888888888', from: 1_780_000_000_000, pageSize: 50 }
    expect(listCallDetailRecordsV2.parameters({ ...request, answered: true })).toMatchObject({
      calledNumber: '13888888888',
      callingNumber: undefined,
      contactTypeList: '["OUTBOUND","BACK2BACK","PREDICTIVE","PRIVACY_DIAL"]',
      contactDispositionList: '["Success"]',
      startTime: 1_780_000_000_000,
      pageNumber: 1,
      pageSize: 50,
      orderByField: 'startTime',
      sortOrder: 'DESC',
    })
    expect(listCallDetailRecordsV2.parameters(request).contactDispositionList).toBeUndefined()
  })

  it.each([
    ['answered', { ContactDisposition: 'Success', ReleaseReason: '200:OK' }],
    ['busy', { ContactDisposition: 'NoAnswer', EarlyMediaState: 'Busy' }],
    ['busy', { ContactDisposition: 'NoAnswer', ReleaseReason: '486:USER_BUSY' }],
    ['rejected', { ContactDisposition: 'Reject' }],
    ['no-answer', { ContactDisposition: 'AbandonedInRing' }],
    ['other', { EarlyMediaState: 'PowerOff' }],
    ['other', {}],
  ])('reads a call that was %s', (outcome, fields) => {
    expect(read({ ...record, ...fields }).entries).toEqual([
      { caller: '01089898989', at: 1_780_000_000_000, outcome },
    ])
  })

  it('restores a lost zero, keeps a mask, and tells nothing of agents', () => {
    const { entries, total, dropped } = read(
      { ...record, CallingNumber: 1089898989, AgentNames: '李雷', ContactId: 'job-1' },
      { ...record, CallingNumber: '0108989****' },
      { ...record, StartTime: '' },
    )
    expect(entries.map(({ caller }) => caller)).toEqual(['01089898989', '0108989****'])
    expect(JSON.stringify(entries)).not.toMatch(/李雷|job/)
    expect([total, dropped]).toEqual([7, 1])
  })

  it.each(['BACK2BACK', 'PRIVACY_DIAL'])('shows nobody’s own telephone: %s', (ContactType) => {
    const { entries } = read({ ...record, ContactType, CallingNumber: '13911112222' })
    expect(entries).toEqual([{ caller: '', at: 1_780_000_000_000, outcome: 'other' }])
  })
})
