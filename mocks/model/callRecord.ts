import type { CallOutcome } from '../../src/ccc/index.ts'
import { hash } from './hash.ts'
import { locate } from './locatedNumber.ts'

/** A call to a customer, once it is over. */
export interface MadeCall {
  /** The company's number that the customer saw; `''` or `auto` leaves the choice to the cloud. */
  caller: string
  /** The customer's number, in national form. */
  callee: string
  /** Who made it, such as `agent@ccc-test`. */
  agentId: string
  /** When it began, in milliseconds since 1970. */
  at: number
  /** How long it took, ringing included. */
  seconds: number
  /** How it ended. */
  outcome: Exclude<CallOutcome, 'other'>
}

/** The record of a call, in the cloud's terms; times are milliseconds, `''` for what never happened. */
export interface CallRecord {
  ContactId: string
  ContactType: 'OUTBOUND'
  MediaType: 'AUDIO'
  CallingNumber: string
  CalledNumber: string
  CallerLocation: string
  CalleeLocation: string
  ContactDisposition: string
  EarlyMediaState: string
  ReleaseReason: string
  StartTime: number
  EstablishedTime: number | ''
  ReleaseTime: number
  CallDuration: string
  TalkTime: number
  AgentIds: string
  AgentNames: string
  SkillGroupIds: string
}

/** How the cloud writes an outcome: disposition, state of the line, reason. */
const endings: Readonly<Record<MadeCall['outcome'], readonly [string, string, string]>> = {
  answered: ['Success', '', '200:OK'],
  'no-answer': ['NoAnswer', 'NoAnswer', '480:TEMPORARILY_UNAVAILABLE'],
  busy: ['NoAnswer', 'Busy', '486:USER_BUSY'],
  rejected: ['Reject', '', '603:DECLINE'],
}

/** Seconds that a telephone rings before it is answered. */
const RINGING = 8

const names: Readonly<Record<string, string>> = { agent: '韩梅梅', colleague: '李雷' }

export function recordOf(call: MadeCall, instanceId: string): CallRecord {
  const { caller, callee, agentId, at, seconds, outcome } = call
  const [disposition, line, reason] = endings[outcome]
  const ringing = Math.min(RINGING, seconds)
  const talking = outcome === 'answered' ? seconds - ringing : 0
  return {
    ContactId: `job-${hash(`${caller} ${callee} ${at}`).toString(16)}`,
    ContactType: 'OUTBOUND',
    MediaType: 'AUDIO',
    CallingNumber: caller,
    CalledNumber: callee,
    CallerLocation: placeText(caller),
    CalleeLocation: placeText(callee),
    ContactDisposition: disposition,
    EarlyMediaState: line,
    ReleaseReason: reason,
    StartTime: at,
    EstablishedTime: outcome === 'answered' ? at + ringing * 1000 : '',
    ReleaseTime: at + seconds * 1000,
    CallDuration: `${seconds}`,
    TalkTime: talking,
    AgentIds: agentId,
    AgentNames: names[agentId.split('@')[0] ?? ''] ?? '',
    SkillGroupIds: `presales@${instanceId}`,
  }
}

/** The same with both numbers masked, as instances may be told to. */
export function maskRecord(record: CallRecord): CallRecord {
  const mask = (number: string) => `${number.slice(0, -4)}****`
  return {
    ...record,
    CallingNumber: mask(record.CallingNumber),
    CalledNumber: mask(record.CalledNumber),
  }
}

function placeText(number: string): string {
  const { Province, City } = locate(number)
  return [Province, City].filter(Boolean).join('-')
}
