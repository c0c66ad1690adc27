import type { ForHistory, PastCall } from '../../ccc/index.ts'
import type { Clock } from './clock.ts'
import type { CallerUse, CallHistory, HistoryContext } from './history.ts'
import type { Offers } from './queries.ts'
import { keyOf, type Question } from './question.ts'

/** What is known of earlier calls at one moment; another object once more is known. */
export interface Past {
  /** What became of the question about the callee. */
  state: 'asking' | 'known' | 'failed'
  /** The last call to the callee; null if it is not known. */
  last: PastCall | null
  /** The caller that the callee answered last; null if it is not known. */
  answered: string | null
  uses: ReadonlyMap<string, CallerUse>
}

/** Asks a host's history. Nothing waits for it, so it is not asked again, and its failures are only noted. */
export interface PastCalls {
  /** Asks what is not asked yet about this question and its offers, and ends what was asked about another. */
  follow: (
    history: CallHistory | undefined,
    question: Question | null,
    offers: Offers | undefined,
  ) => void
  /** The pick was answered, with this for history: what a source makes of it at once is there when the rows are shown. */
  hear: (question: Question | null, carried: ForHistory) => void
  /** What is known for this question; null while nobody is asked about it. */
  of: (question: Question | null) => Past | null
}

/**
 * Milliseconds for which the use of a caller is remembered. The same callers are offered again and again: one that is
 * at its cap is then not selected for the next customer, although the newest count comes only after the rows.
 */
const REMEMBERED = 10 * 60_000

/** What is asked about one question, with its own end. */
interface Asked {
  key: string | null
  past: Past
  /** The callers that were asked about. */
  callers: Set<string>
  ended: AbortController
  carried: Promise<ForHistory>
  /** The pick's answer is there, with what its proxy tells for history. */
  hear: (carried: ForHistory) => void
}

export function createPastCalls(clock: Clock, onAnswer: () => void): PastCalls {
  const remembered = new Map<string, { use: CallerUse; until: number }>()
  let current = begin(null)

  function begin(key: string | null): Asked {
    for (const [caller, { until }] of remembered) {
      if (until < clock.now()) remembered.delete(caller)
    }
    const uses = new Map([...remembered].map(([caller, { use }]) => [caller, use]))
    let hear: Asked['hear'] = () => {}
    const carried = new Promise<ForHistory>((resolve) => {
      hear = resolve
    })
    const past: Past = { state: 'asking', last: null, answered: null, uses }
    return { key, past, callers: new Set(), ended: new AbortController(), carried, hear }
  }

  async function askCallee(history: CallHistory, callee: string, asked: Asked): Promise<void> {
    let past: Partial<Past> = { state: 'failed' }
    try {
      const context = await contextOf(asked, asked.carried)
      const { last, lastAnswered } = await history.ofCallee(callee, context)
      const answered = readCall(lastAnswered)?.caller ?? null
      past = { state: 'known', last: readCall(last), answered }
    } catch {
      // The agent is told in a word.
    }
    know(asked, past)
  }

  async function askCallers(
    history: CallHistory,
    callers: readonly string[],
    asked: Asked,
    carried: ForHistory,
  ): Promise<void> {
    let told: readonly (readonly [string, CallerUse])[] = []
    try {
      // More callers come with an offer of their own.
      const context = await contextOf(asked, Promise.resolve(carried))
      told = [...(await history.ofCallers(callers, context))].filter(isUse)
    } catch {
      // The rows then say nothing of it.
    }
    for (const [caller, use] of told) {
      remembered.set(caller, { use, until: clock.now() + REMEMBERED })
    }
    if (told.length > 0) know(asked, { uses: new Map([...asked.past.uses, ...told]) })
  }

  function know(asked: Asked, more: Partial<Past>): void {
    asked.past = { ...asked.past, ...more }
    if (asked === current) onAnswer()
  }

  return {
    follow: (history, question, offers) => {
      const key = history ? keyOf(question) : null
      if (key !== current.key) {
        const before = current
        const mine = begin(key)
        current = mine
        if (history && question) void askCallee(history, question.callee, mine)
        // Whoever is told of the end may lead to the next question, which then has had its turn.
        before.ended.abort()
        if (mine !== current) return
      }
      if (!history || !offers || key === null) return
      const asked = current
      asked.hear(offers)
      const callers = offers.offers.map(({ number }) => number)
      const fresh = callers.filter((caller) => !asked.callers.has(caller))
      if (fresh.length === 0) return
      for (const caller of fresh) asked.callers.add(caller)
      void askCallers(history, fresh, asked, offers)
    },
    hear: (question, carried) => {
      if (keyOf(question) === current.key) current.hear(carried)
    },
    of: (question) => {
      const key = keyOf(question)
      return key !== null && key === current.key ? current.past : null
    },
  }
}

/** Comes in a moment of its own: what a host's history does when it is asked happens in the middle of nothing. */
async function contextOf(
  { ended: { signal } }: Asked,
  carried: Promise<ForHistory>,
): Promise<HistoryContext> {
  await null
  if (signal.aborted) throw new Error('Nobody wants to know any more.')
  const offer = carried.then(({ offer }) => offer)
  const calleeHistory = carried.then(({ calleeHistory }) => calleeHistory)
  return { offer, calleeHistory, signal }
}

/** Hosts bring histories of their own, also in JavaScript: what cannot be shown is not known. */
function readCall(call: PastCall | null | undefined): PastCall | null {
  return typeof call?.caller === 'string' && Number.isFinite(call.at) ? call : null
}

function isUse([, use]: readonly [string, CallerUse]): boolean {
  return Number.isFinite(use?.dialed) && Number.isFinite(use.answered)
}
