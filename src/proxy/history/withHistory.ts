import { openEnvelope, pickOutboundNumbers, startOfDay } from '../../ccc/index.ts'
import type { Call } from '../call/index.ts'
import {
  type Answer,
  createUpstream,
  type Errand,
  type Send,
  type UpstreamOptions,
} from '../cloud/index.ts'
import { type Allowance, createBudget } from './budget.ts'
import { type CalleeHistory, learnCalleeHistory } from './calleeHistory.ts'
import { type CallerUse, learnCallerUse } from './callerUse.ts'
import { createMemory } from './memory.ts'
import { another, createOffers } from './offer.ts'
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
  const allowanceOf = createBudget(history.takeOfInstance)
  const beginOfToday = startOfDay(history.timeZone)
  const histories = createMemory<CalleeHistory>(CALLEE_KEPT)
  const uses = createMemory<CallerUse>(CALLER_KEPT)

  async function pick(call: Call, errand: Errand): Promise<Answer> {
    const answer = await send(call, errand)
    const callee = calleeOf(call.parameters)
    const callers = answer.code === 'OK' && callee !== null ? callersIn(answer) : []
    if (callee === null || callers.length === 0) return answer
    const sealed = offers.seal(errand.agent, callee, callers)
    if (sealed === null) return answer
    // The rest of the answer stays as it came, letter by letter.
    const body = `${answer.body.slice(0, -1)},"Offer":${JSON.stringify(sealed)}}`
    return { ...answer, body, envelope: { ...answer.envelope, Offer: sealed } }
  }

  /** Lists records at the cost of a pick. */
  function listFor({ spend }: Allowance, errand: Errand): (signal: AbortSignal) => ListRecords {
    let asked = 0
    return (signal) => (request) =>
      spend(async () => {
        errand.tried(++asked)
        const own = { ...errand, signal, tried: () => {} }
        return readRecords(await ask(recordsCall(instanceId, request), own))
      })
  }

  async function calleeHistory({ parameters }: Call, errand: Errand): Promise<Answer> {
    const { agent, signal } = errand
    const offer = await offers.open(readOffer(parameters), agent)
    const { callee } = offer
    if (calleeOf(parameters) !== callee) throw another('callee')
    const allowance = allowanceOf(offer)
    const list = listFor(allowance, errand)
    const learn = (shared: AbortSignal) => learnCalleeHistory(callee, list(shared), Date.now())
    // By agent: how fast the answer comes must not tell that a colleague asked about the same customer.
    const known = await allowance.inTurn(() => histories(`${agent} ${callee}`, signal, learn))
    return answerWith(known ?? unknown)
  }

  async function callerUsage({ parameters }: Call, errand: Errand): Promise<Answer> {
    const { agent, signal } = errand
    const asked = readCallers(parameters)
    const offer = await offers.open(readOffer(parameters), agent)
    const allowance = allowanceOf(offer)
    const list = listFor(allowance, errand)
    const learn = (caller: string) => (shared: AbortSignal) =>
      learnCallerUse(caller, list(shared), beginOfToday(Date.now()))
    const found = await allowance.inTurn.map(
      offer.callers.filter((caller) => asked.has(caller)),
      (caller) => uses(caller, signal, learn(caller)),
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
