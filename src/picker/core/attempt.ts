import type { Clock } from './clock.ts'
import type { DialDraft } from './draft.ts'
import type { DialGuard, DialGuardContext, DialVerdict } from './guard.ts'
import { ONE_PRESS } from './hand.ts'

/**
 * What becomes of the last press of Dial:
 *
 *     idle → checking → warned → calling → done
 *                     ↘ refused         ↘ failed
 *                     ↘ unchecked
 *
 * `checking` is left out where the host has no guard, `warned` where the guard does not warn. `draft` is what was to be
 * dialed, and stays what it was when the agent pressed; a `reason` is shown to the agent as it is.
 */
export type DialState =
  /** Nothing was dialed for what is shown. */
  | { status: 'idle' }
  /** The host's guard is checking the call. */
  | { status: 'checking'; draft: DialDraft }
  /** The guard wants the agent to confirm, who can as soon as there was time to read it (`ready`). */
  | { status: 'warned'; draft: DialDraft; reason: string; ready: boolean }
  /** The guard refused; `''` if it gave no reason. */
  | { status: 'refused'; draft: DialDraft; reason: string }
  /** The guard gave no answer in time; nothing was dialed. */
  | { status: 'unchecked'; draft: DialDraft }
  /** The host's `onDial` has not settled; nothing else is dialed. */
  | { status: 'calling'; draft: DialDraft }
  /** `onDial` is through. */
  | { status: 'done'; draft: DialDraft }
  /** `onDial` threw or rejected; `''` if it gave no reason. */
  | { status: 'failed'; draft: DialDraft; reason: string }

/** What an attempt needs of the picker that makes it. */
export interface AttemptTerms {
  clock: Clock
  guard: DialGuard | undefined
  /** Milliseconds that the guard may take. */
  guardTimeout: number
  /** What the guard is told besides its end. */
  context: Omit<DialGuardContext, 'signal'>
  /** Whether this draft is what is shown now, to an agent who may dial. */
  stands: (draft: DialDraft) => boolean
  onDial: (draft: DialDraft) => unknown
  become: (state: DialState) => void
}

/** One press of Dial, with its own draft and its own end. */
export interface Attempt {
  readonly draft: DialDraft
  /** checking → calling, warned, refused, unchecked; without a guard: idle → calling. */
  start: () => void
  /** The warning is on the screen: from now on there is time to read it. */
  warningShown: () => void
  /** Whether an answer to the warning that was given at this time came after there was time to read it. */
  isRead: (at: number) => boolean
  /** warned → calling, if the warning was read. */
  confirm: (at: number) => void
  /** Takes it back: its guard is told, and whatever the guard still answers is not heard. */
  end: () => void
}

export function createAttempt(draft: DialDraft, terms: AttemptTerms): Attempt {
  const { clock, guard, become } = terms
  const ended = new AbortController()
  let stopWaiting = () => {}
  /** From when on the agent has had time to read the warning; never without one. */
  let readyAt = Number.POSITIVE_INFINITY
  let warning: string | null = null

  function check(guard: DialGuard): void {
    become({ status: 'checking', draft })
    // Whoever saw that may have taken it back.
    if (ended.signal.aborted) return
    stopWaiting = clock.after(terms.guardTimeout, giveUp)
    const context = { ...terms.context, signal: ended.signal }
    new Promise<DialVerdict>((answer) => answer(guard(draft, context)))
      .then(decide)
      // Also for an answer that cannot even be read.
      .catch((error: unknown) => {
        if (isHeard()) refuse(reasonOf(error))
      })
  }

  /** Whether a guard's answer still counts: its attempt may have been taken back, or its time be over. */
  function isHeard(): boolean {
    stopWaiting()
    return !ended.signal.aborted
  }

  function decide(verdict: DialVerdict | null): void {
    if (!isHeard()) return
    const warned = reasonIn(verdict, 'warn')
    const refused = verdict === false ? '' : reasonIn(verdict, 'refuse')
    if (verdict === undefined || verdict === null || verdict === true) call()
    else if (warned !== null) warn(warned)
    else refuse(refused ?? notAVerdict(verdict))
  }

  function refuse(reason: string): void {
    become({ status: 'refused', draft, reason })
  }

  function giveUp(): void {
    ended.abort()
    become({ status: 'unchecked', draft })
  }

  function warn(reason: string): void {
    warning = reason
    become({ status: 'warned', draft, reason, ready: false })
  }

  async function call(): Promise<void> {
    stopWaiting()
    become({ status: 'calling', draft })
    // The last thing before the call: a host may have changed something meanwhile, even without telling.
    if (ended.signal.aborted || !terms.stands(draft)) {
      ended.abort()
      become({ status: 'idle' })
      return
    }
    try {
      await terms.onDial(draft)
      become({ status: 'done', draft })
    } catch (error) {
      become({ status: 'failed', draft, reason: reasonOf(error) })
    }
  }

  const isRead = (at: number) => at >= readyAt

  return {
    draft,
    start: () => {
      if (guard) check(guard)
      else call()
    },
    warningShown: () => {
      if (warning === null || readyAt < Number.POSITIVE_INFINITY) return
      const reason = warning
      readyAt = clock.now() + ONE_PRESS
      stopWaiting = clock.after(ONE_PRESS, () =>
        become({ status: 'warned', draft, reason, ready: true }),
      )
    },
    isRead,
    confirm: (at) => {
      if (!isRead(at) || ended.signal.aborted) return
      // It is confirmed once, and not shown again.
      warning = null
      readyAt = Number.POSITIVE_INFINITY
      call()
    },
    end: () => {
      stopWaiting()
      ended.abort()
    },
  }
}

/** The reason in a verdict of this kind, null if it is of another. */
function reasonIn(verdict: unknown, kind: 'warn' | 'refuse'): string | null {
  const reason: unknown = Reflect.get(Object(verdict), kind)
  return typeof reason === 'string' ? reason : null
}

function notAVerdict(verdict: unknown): string {
  return `beforeDial answered ${JSON.stringify(verdict)}. Answer true, false, { warn } or { refuse }.`
}

/** The words of what was thrown; `''` if it has none. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : error
  return typeof reason === 'string' ? reason : ''
}
