import {
  type CallRecordsRequest,
  type CccPage,
  listCallDetailRecordsV2,
  openEnvelope,
  type PastCall,
} from '../../ccc/index.ts'
import type { Call } from '../call/index.ts'
import type { Answer } from '../cloud/index.ts'

/** Asks for call records; null if history may cost no more calls now. */
export type ListRecords = (request: CallRecordsRequest) => Promise<CccPage<PastCall> | null>

/** The call that asks the cloud for records. */
export function recordsCall(instanceId: string, request: CallRecordsRequest): Call {
  const { name, parameters } = listCallDetailRecordsV2
  const written = new Map([['InstanceId', instanceId]])
  for (const [key, value] of Object.entries(parameters(request))) {
    if (value !== undefined) written.set(key.charAt(0).toUpperCase() + key.slice(1), String(value))
  }
  return { action: name, parameters: written }
}

/** @throws {CccError} the cloud's refusal */
export function readRecords({ status, envelope }: Answer): CccPage<PastCall> {
  return listCallDetailRecordsV2.read(openEnvelope({ status, data: envelope }))
}
