import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { MockCloud } from '../mocks/cloud/index.ts'

const MadeCall = v.object({
  caller: v.string(),
  callee: v.string(),
  agentId: v.string(),
  at: v.number(),
  seconds: v.number(),
  outcome: v.picklist(['answered', 'no-answer', 'busy', 'rejected']),
})

/**
 * Takes the calls that pages of this machine made through their stand-in for the Workbench, so that the simulated cloud has
 * records of them: for development alone, and no part of the proxy.
 */
export function recordCalls({ record }: MockCloud) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = v.safeParse(v.pipe(v.string(), v.parseJson(), MadeCall), await text(request))
    if (call.success) record(call.output)
    response.writeHead(call.success ? 204 : 400).end()
  }
}
