import type { DialDraft, DialGuard, DialVerdict } from '../picker/index.ts'
import type { FrameMessage, FrameQuestion, PageAnswer } from './messages.ts'

/** The frame's side of the calls that are made in it: the page makes and checks them. */
export interface Questions {
  /** Asks the page to make a call, and waits until it is made. */
  dial: (draft: DialDraft) => Promise<unknown>
  /** Asks the page's guard, and tells the page if the answer is no longer wanted. */
  check: DialGuard
  /** Takes the page's answer to a question; answers to others are ignored. */
  answered: (answer: PageAnswer) => void
}

/**
 * @param lastId after which ids are counted up. A page may still answer what was asked before the frame was
 * loaded again, which must answer no question of now: so ids start from the clock.
 */
export function createQuestions(
  post: (message: FrameMessage) => void,
  lastId = Date.now(),
): Questions {
  const open = new Map<number, (answer: PageAnswer) => void>()
  let last = lastId

  const nextId = () => {
    last += 1
    return last
  }

  const ask = (question: FrameQuestion) =>
    new Promise<DialVerdict>((settle, fail) => {
      open.set(question.id, ({ verdict, error }) => {
        if (error === undefined) settle(verdict)
        else fail(new Error(error))
      })
      post(question)
    })

  return {
    dial: (draft) => ask({ type: 'dial', id: nextId(), draft }),
    check: (draft, { signal, locale }) => {
      const id = nextId()
      signal.addEventListener('abort', () => {
        if (open.delete(id)) post({ type: 'uncheck', id })
      })
      return ask({ type: 'check', id, draft, locale })
    },
    answered: (answer) => {
      open.get(answer.id)?.(answer)
      open.delete(answer.id)
    },
  }
}
