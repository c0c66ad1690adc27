import { openEnvelope, pickOutboundNumbers, startOfDay } from '../../ccc/index.ts'
import type { Call } from '../call/index.ts'
import {
  type Answer,
  createUpstream,
  type Errand,
  type Send,
  type UpstreamOptions,
} from '../cloud/index.ts'
import { createBudget } from './budget.ts'
import { type CalleeHistory, learnCalleeHistory } from './calleeHistory.ts'
import { type CallerUse, learnCallerUse } from './callerUse.ts'
import { createMemory } from './memory.ts'
import { another, createOffers, type Offer } from './offer.ts'
import { calleeOf, MOST_CALLERS, readCallers, readOffer } from './question.ts'
import { type ListRecords, readRecords, recordsCall } from './records.ts'

export interface HistorySettings extends UpstreamOptions {
  instanceId: string
  history: {
    /** Returns the secrets that offers may be signed with, the newest first; the same array until they change. */
    secrets: () => readonly string[]
    /** IANA name of the zone in which today begins. */
    timeZone: string
    /** Resolves to whether the instance may make one more call to the cloud now. */
    takeOfInstance: () => Promise<boolean>
  }
}

const CALLEE_KEPT = 30_000
const CALLER_KEPT = 60_000

/** What is answered where history costs more than it may now. */
const unknown: Readonly<Record<keyof CalleeHistory, null>> = {
  Last5Minutes: null,
  Last24Hours: null,
  Last7Days: null,
  Last: null,
  LastAnswered: null,
}

/**
 * Adds the narrow reads of history to what `send` does: a pick's answer gets an offer, and the actions
 * `GetCalleeHistory` and `GetCallerUsage` are answered from call records, to whoever shows the offer and only about
 * what is in it.
 */
export function withHistory(send: Send, settings: HistorySettings): Send {
  const { instanceId, history } = settings
  const ask = createUpstream(apart(settings))
  const offers = createOffers(instanceId, history.secrets)
  const budgetOf = createBudget(history.takeOfInstance)
  const beginOfToday = startOfDay(history.timeZone)
  const histories = createMemory<CalleeHistory>(CALLEE_KEPT)
  const uses = createMemory<CallerUse>(CALLER_KEPT)

  async function pick(call: Call, errand: Errand): Promise<Answer> {
    const answer = await send(call, errand)
    const callee = calleeOf(call.parameters)
    const callers = answer.code === 'OK' && callee !== null ? callersIn(answer) : []
    if (callee === null || callers.length === 0) return answer
    const sealed = await offers.seal(errand.agent, callee, callers)
    if (sealed === null) return answer
    // The rest of the answer stays as it came, letter by letter.
    const body = `${answer.body.slice(0, -1)},"Offer":${JSON.stringify(sealed)}}`
    return { ...answer, body, envelope: { ...answer.envelope, Offer: sealed } }
  }

  /** Lists records at the cost of an offer's pick. */
  function listFor(offer: Offer, errand: Errand): (signal: AbortSignal) => ListRecords {
    const spend = budgetOf(offer)
    let asked = 0
    return (signal) => (request) => {
      const list = async () => {
        errand.tried(++asked)
        const own = { ...errand, signal, tried: () => {} }
        return readRecords(await ask(recordsCall(instanceId, request), own))
      }
      return spend(list)
    }
  }

  async function calleeHistory({ parameters }: Call, errand: Errand): Promise<Answer> {
    const offer = await offers.open(readOffer(parameters), errand.agent)
    const { callee } = offer
    if (calleeOf(parameters) !== callee) throw another('callee')
    const list = listFor(offer, errand)
    // By agent: how fast the answer comes must not tell that a colleague asked about the same customer.
    const key = `${errand.agent} ${callee}`
    const known = await histories(key, errand.signal, (signal) =>
      learnCalleeHistory(callee, list(signal), Date.now()),
    )
    return answerWith(known ?? unknown)
  }

  async function callerUsage({ parameters }: Call, errand: Errand): Promise<Answer> {
    const asked = readCallers(parameters)
    const offer = await offers.open(readOffer(parameters), errand.agent)
    const list = listFor(offer, errand)
    const offered = offer.callers.filter((caller) => asked.has(caller))
    const found = await Promise.all(
      offered.map((caller) =>
        uses(caller, errand.signal, (signal) =>
          learnCallerUse(caller, list(signal), beginOfToday(Date.now())),
        ),
      ),
    )
    return answerWith(found.filter((use) => use !== null))
  }

  return (call, errand) => {
    if (call.action === 'PickOutboundNumbers') return pick(call, errand)
    if (call.action === 'GetCalleeHistory') return calleeHistory(call, errand)
    if (call.action === 'GetCallerUsage') return callerUsage(call, errand)
    return send(call, errand)
  }
}

/** Whole numbers alone: what is masked cannot be told from others. */
function callersIn({ status, envelope }: Answer): readonly string[] {
  try {
    const { candidates } = pickOutboundNumbers.read(openEnvelope({ status, data: envelope }))
    const numbers = candidates.map(({ number }) => number)
    return numbers.filter((number) => /^\d+$/.test(number)).slice(0, MOST_CALLERS)
  } catch {
    // The pick's answer is the browser's to read; without callers there is nothing to learn about.
    return []
  }
}

/**
 * With a breaker of its own, so that history that fails pauses no pick, and without another try, which would be another
 * call. That breaker is nobody's alarm.
 */
function apart({ observe, ...options }: UpstreamOptions): UpstreamOptions {
  return {
    ...options,
    tries: 1,
    observe: (event) => {
      if (event.type !== 'breaker') observe(event)
    },
  }
}

function answerWith(Data: unknown): Answer {
  const envelope = { Code: 'OK', Message: '', RequestId: '', HttpStatusCode: 200, Data }
  return { status: 200, envelope, body: JSON.stringify(envelope), code: 'OK', requestId: '' }
}
