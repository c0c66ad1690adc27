import { settled } from './clock.testing.ts'
import type { CalleeHistory, CallerUse, CallHistory, HistoryContext } from './history.ts'

/** A question that a history was asked. */
interface Question<Answer> {
  context: HistoryContext
  answer: (answer: Answer) => Promise<void>
  fail: () => Promise<void>
}

export interface TestHistory {
  history: CallHistory
  callees: (Question<CalleeHistory> & { callee: string })[]
  callers: (Question<ReadonlyMap<string, CallerUse>> & { callers: readonly string[] })[]
}

/** A history that waits for a test to answer. `met` is called whenever it is asked, or told that it need not answer. */
export function startHistory(met = () => {}): TestHistory {
  const callees: TestHistory['callees'] = []
  const callers: TestHistory['callers'] = []
  const history: CallHistory = {
    ofCallee: (callee, context) =>
      ask<CalleeHistory>(context, met, (asked) => callees.push({ ...asked, callee })),
    ofCallers: (numbers, context) =>
      ask<ReadonlyMap<string, CallerUse>>(context, met, (asked) =>
        callers.push({ ...asked, callers: numbers }),
      ),
  }
  return { history, callees, callers }
}

function ask<Answer>(
  context: HistoryContext,
  met: () => void,
  asked: (question: Question<Answer>) => void,
): Promise<Answer> {
  context.signal.addEventListener('abort', met)
  return new Promise((resolve, reject) => {
    asked({
      context,
      answer: (answer) => {
        resolve(answer)
        return settled()
      },
      fail: () => {
        reject(new Error('no history'))
        return settled()
      },
    })
    met()
  })
}

/** A customer who was called from these numbers, and answered the second. */
export function historyOf(last: string, answered: string | null = last): CalleeHistory {
  return {
    calls: { last5Minutes: 0, last24Hours: 1, last7Days: 2 },
    last: { caller: last, at: 1000, outcome: answered === last ? 'answered' : 'no-answer' },
    lastAnswered: answered === null ? null : { caller: answered, at: 1000, outcome: 'answered' },
  }
}
