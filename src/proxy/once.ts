import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { CccError, kindOf } from '../ccc/index.ts'
import type { AnswerMemory } from './answerMemory.ts'
import type { Call } from './call/index.ts'
import type { Answer, Errand, Send } from './cloud/index.ts'
import { pause } from './deadline.ts'
import { badRequest } from './refusal.ts'

const said = v.object({
  status: v.number(),
  body: v.string(),
  code: v.string(),
  requestId: v.string(),
})
const failed = v.object({
  code: v.string(),
  message: v.string(),
  requestId: v.string(),
  httpStatus: v.number(),
})

/** What is remembered of a key: for which call it was used, and what came of it. */
const remembered = v.object({
  call: v.string(),
  said: v.optional(said),
  failed: v.optional(failed),
})

type Remembered = v.InferOutput<typeof remembered>

/** Milliseconds between two looks at what another replica has been answered. */
const LOOK = 100

/**
 * Makes calls that act at most once for each `Idempotency-Key`, and answers repetitions the same. Whoever waits may
 * leave and come back: the call goes on without them.
 *
 * @param send makes a call, and outlives whoever waits for it
 * @throws {CccError} when called: `BadRequest` (400) for a key that cannot be one, `IdempotencyKeyReused` (422) for one
 * that was used for another call, and what `send` throws
 */
export function createOnce(memory: AnswerMemory, send: Send) {
  async function act(id: string, note: Remembered, call: Call, errand: Errand): Promise<Answer> {
    try {
      const answer = await send(call, errand)
      const { status, body, code, requestId } = answer
      // The cloud had no time for it, so the same call may be made again.
      if (kindOf(code, status) === 'throttled') await memory.release(id)
      else await settle(id, { ...note, said: { status, body, code, requestId } })
      return answer
    } catch (error) {
      if (error instanceof CccError && !wasSent(error)) await memory.release(id)
      else await settle(id, { ...note, failed: faultOf(error) })
      throw error
    }
  }

  const settle = (id: string, outcome: Remembered) => memory.settle(id, JSON.stringify(outcome))

  return async (key: string, call: Call, errand: Errand): Promise<Answer> => {
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw badRequest('The header Idempotency-Key is not 1 to 200 letters without blanks.')
    }
    const id = hash([errand.agent, call.action, key])
    const note = { call: hash([...call.parameters]) }
    for (;;) {
      const found = await memory.claim(id, JSON.stringify(note))
      if (found === null) {
        if (!errand.signal.aborted) return act(id, note, call, errand)
        await memory.release(id)
        throw errand.signal.reason
      }
      const known = v.parse(remembered, JSON.parse(found))
      if (known.call !== note.call) throw reused()
      if (known.said) return { ...known.said, envelope: { Code: known.said.code } }
      if (known.failed) throw new CccError(known.failed)
      await pause(LOOK, errand.signal)
    }
  }
}

/** False where the cloud was certainly not asked. */
function wasSent({ code }: CccError): boolean {
  return code !== 'ServiceUnavailable.Resting' && code !== 'CredentialsUnavailable'
}

function faultOf(error: unknown): v.InferOutput<typeof failed> {
  if (!(error instanceof CccError)) {
    return { code: 'InternalError', message: 'The proxy failed.', requestId: '', httpStatus: 500 }
  }
  const { code, message, requestId, httpStatus } = error
  return { code, message, requestId, httpStatus }
}

function reused(): CccError {
  const message = 'This Idempotency-Key was used for another call: make a new one for each call.'
  return new CccError({ code: 'IdempotencyKeyReused', message, httpStatus: 422 })
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
