import { setImmediate as turnOfLoop } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { openEnvelope, pickOutboundNumbers, startOfDay } from '../../ccc/index.ts'
import { createCallBudget } from '../agent/index.ts'
import type { Call } from '../call/index.ts'
import {
  type Answer,
  createUpstream,
  type Errand,
  type Send,
  type UpstreamOptions,
} from '../cloud/index.ts'
import { bounded, nobodyWaits } from '../deadline.ts'
import { type Allowance, createBudget } from './budget.ts'
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
    /** Calls to the cloud that history may make in a second, 0 for no limit. */
    callsPerSecond: number
    /** Where replicas share the count of calls. */
    redis: Redis | undefined
  }
}

const CALLEE_KEPT = 30_000
const CALLER_KEPT = 60_000

/** What is answered where history costs more than it may now. */
const notKnownNow: Readonly<Record<keyof CalleeHistory, null>> = {
  Last5Minutes: null,
  Last24Hours: null,
  Last7Days: null,
  Last: null,
  LastAnswered: null,
}

/** What is known when a pick is answered; undefined if that is not decided yet. */
interface Ahead {
  known: CalleeHistory | typeof notKnownNow | undefined
}

/**
 * Adds the narrow reads of history to what `send` does: a pick's answer gets an offer, and what is known of the callee
 * by then. The actions `GetCalleeHistory` and `GetCallerUsage` are answered from call records, to whoever shows the
 * offer and only about what is in it.
 */
export function withHistory(send: Send, settings: HistorySettings): Send {
  const { instanceId, history, observe } = settings
  const { callsPerSecond: perSecond, redis } = history
  const ask = createUpstream(apart(settings))
  const offers = createOffers(instanceId, history.secrets)
  const allowanceOf = createBudget(createCallBudget(instanceId, { perSecond, redis, observe }))
  const beginOfToday = startOfDay(history.timeZone)
  const histories = createMemory<CalleeHistory>(CALLEE_KEPT)
  const uses = createMemory<CallerUse>(CALLER_KEPT)

  async function pick(call: Call, errand: Errand): Promise<Answer> {
    const callee = calleeOf(call.parameters)
    if (callee === null) return send(call, errand)
    const id = crypto.randomUUID()
    const ahead = lookAhead({ id, callee, callers: [] }, errand)
    // The cloud has no reason to answer it later than the pick if it comes first.
    await turnOfLoop()
    const answer = await send(call, errand)
    const callers = answer.code === 'OK' ? callersIn(answer) : []
    if (callers.length === 0) return answer
    const sealed = offers.seal(errand.agent, { id, callee, callers })
    if (sealed === null) return answer
    // What came together with the pick counts as well.
    await turnOfLoop()
    return withMore(answer, { Offer: sealed, CalleeHistory: ahead.known })
  }

  /** Begins to learn of a callee together with the pick, which does not wait for it. */
  function lookAhead(pick: Offer, errand: Errand): Ahead {
    const ahead: Ahead = { known: undefined }
    const learning = bounded(settings.timeout, nobodyWaits, ({ signal }) =>
      learnOf(pick, { ...errand, signal, tried: () => {} }),
    )
    learning.then(
      (known) => {
        ahead.known = known ?? undefined
      },
      () => {
        ahead.known = notKnownNow
      },
    )
    return ahead
  }

  async function learnOf(offer: Offer, errand: Errand): Promise<CalleeHistory | null> {
    const { callee } = offer
    const allowance = allowanceOf(offer)
    const list = listFor(allowance, errand)
    const learn = (shared: AbortSignal) => learnCalleeHistory(callee, list(shared), Date.now())
    // For this agent alone: how fast the answer comes must not tell that a colleague asked about the same customer.
    const key = `${errand.agent || offer.id} ${callee}`
    return allowance.inTurn(() => histories(key, errand.signal, learn))
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
    const offer = await offers.open(readOffer(parameters), errand.agent)
    if (calleeOf(parameters) !== offer.callee) throw another('callee')
    return answerWith((await learnOf(offer, errand)) ?? notKnownNow)
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

/** An answer with more fields; the rest of it stays as it came, letter by letter. */
function withMore(answer: Answer, fields: object): Answer {
  const body = `${answer.body.slice(0, -1)},${JSON.stringify(fields).slice(1)}`
  return { ...answer, body, envelope: { ...answer.envelope, ...fields } }
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
