import type { DialDraft, DialGuard } from '../picker/index.ts'
import type { FrameQuestion, PageAnswer } from './messages.ts'

/** The page's side of the calls that are made in the frame. */
export interface Answers {
  /** Makes or checks a call, and posts what came of it. */
  answer: (question: FrameQuestion) => void
  /** Aborts the signal of this check, or of all: it is over for the frame, and no verdict is posted. */
  uncheck: (id?: number) => void
}

export function createAnswers(
  onDial: (draft: DialDraft) => unknown,
  beforeDial: DialGuard | undefined,
  post: (answer: PageAnswer) => void,
): Answers {
  /** The checks without a verdict. */
  const open = new Map<number, AbortController>()

  return {
    answer: async (question) => {
      const { id, draft } = question
      const check = new AbortController()
      const { signal } = check
      const say = (said: Pick<PageAnswer, 'verdict' | 'error'>) => {
        if (!signal.aborted) post({ type: 'answer', id, ...said })
      }
      try {
        if (question.type === 'dial') {
          await onDial(draft)
          say({})
        } else {
          open.set(id, check)
          // A verdict that cannot be sent to another window is thrown back here, and refuses the call.
          say({ verdict: await beforeDial?.(draft, { signal, locale: question.locale }) })
        }
      } catch (error) {
        say({ error: reasonOf(error) })
      }
      open.delete(id)
    },
    uncheck: (only) => {
      for (const [id, check] of open) if ((only ?? id) === id) check.abort()
    },
  }
}

/** The words of what was thrown; `''` if it has none. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : error
  return typeof reason === 'string' ? reason : ''
}
