import { type Attempt, createAttempt, type DialState } from './attempt.ts'
import { firstOf } from './candidates.ts'
import type { Core, Moment } from './core.ts'
import { type DialDraft, sameDraft } from './draft.ts'
import { ONE_PRESS, type Press } from './hand.ts'
import { createOwnCalls } from './ownCalls.ts'
import { keyOf, type Question } from './question.ts'
import type { PickerSnapshot } from './snapshot.ts'
import { foreknownOf } from './state.ts'

/** What the agent does to dial. */
export interface DialVerbs {
  /**
   * The Dial button: dials what is shown. Returns whether this press began a call or its check. A warning has buttons of
   * its own, so a click on this one does nothing then; an impatient key has the call checked anew, as Enter does.
   */
  dial: (press?: Press) => boolean
  /** Dials in spite of the guard's warning, once there was time to read it. */
  confirm: (press?: Press) => void
  /** Takes back a call that the guard warned about; a press only once there was time to read. */
  cancel: (press?: Press) => void
}

export interface Dialing extends DialVerbs {
  /** Dials what is shown, as the button does; a call that was warned about is checked anew. */
  enter: (press?: Press) => boolean
  /** This is on the screen now: only what was there when a key went down can be meant by it. */
  shown: (snapshot: PickerSnapshot) => void
  /** Ends an attempt for another draft, or of an agent who may no longer dial. Returns whether it did. */
  follow: (now: PickerSnapshot) => boolean
  /** Ends whatever has not become a call. */
  stop: () => void
}

/** The callers that are offered, and which of them is selected. */
interface Sight {
  offer: string
  caller: string
  /** By the agent. */
  isChosen: boolean
}

export function createDialing(core: Core): Dialing {
  const { store, clock, hand, options, memory, change } = core
  let attempt: Attempt | null = null
  /** What is on the screen, and since when. */
  let seen = { offer: '', caller: '', since: Number.POSITIVE_INFINITY }
  /** The last call, and the last press for it. */
  let last: { draft: DialDraft; at: number } | null = null
  const ownCalls = createOwnCalls()

  /** A caller that becomes the first one later, or is selected by itself, also has to be seen before it is dialed. */
  function isNew({ offer, caller, isChosen }: Sight): boolean {
    return offer !== seen.offer || (caller !== seen.caller && !isChosen)
  }

  function stands(draft: DialDraft): boolean {
    const { snapshot } = core.now()
    return core.isRunning() && !snapshot.dialDisabled && sameDraft(snapshot.draft, draft)
  }

  /** A second press so soon belongs to the first: a double click, or a key that is held down. */
  function repeats(draft: DialDraft, at: number): boolean {
    if (!last || !sameDraft(last.draft, draft) || at >= last.at + ONE_PRESS) return false
    last = { draft, at: Math.max(last.at, at) }
    return true
  }

  function begin(draft: DialDraft, asked: Question | null): boolean {
    const { beforeDial: guard, guardTimeout = 5000, locale = 'zh-CN' } = options()
    const { offer = null } = core.questions.pick(asked).data ?? {}
    const context = {
      locale,
      offer: Promise.resolve(offer),
      ownCalls: ownCalls.to(draft.callee),
    }
    let calledAt = 0
    const onDial = (draft: DialDraft) => {
      calledAt = Date.now()
      return options().onDial(draft)
    }
    // The picker may be gone when the call is made.
    const kept = memory()
    const become = (state: DialState) => {
      if (attempt !== mine) return
      const { status } = state
      if (status === 'done' || status === 'failed') last = { draft, at: clock.now() }
      if (status === 'done') {
        ownCalls.add(draft.callee, calledAt)
        void kept?.remember(draft.callee, draft.caller)
      }
      change({ dial: state })
    }
    const terms = { clock, guard, guardTimeout, context, stands, onDial, become }
    const mine = createAttempt(draft, terms)
    const previous = attempt
    attempt = mine
    previous?.end()
    // A guard that is told of its end may have ended this one, too.
    if (attempt !== mine) return false
    mine.start()
    return true
  }

  function enter(press: Press = { at: clock.now() }): boolean {
    const now = core.now()
    const { draft } = now.snapshot
    const { status } = store.getState().dial
    // First of all, because a press that is not heard belongs to the last one, too.
    if (!draft || repeats(draft, press.at) || !stands(draft)) return false
    if (status === 'checking' || status === 'calling') return false
    if (isCapped(now.snapshot)) return false
    if (isNew(sightOf(now)) || press.at < seen.since || !hand.means(press)) return false
    return begin(draft, now.inquiry.asked)
  }

  function end(): void {
    const ended = attempt
    attempt = null
    store.setState({ dial: { status: 'idle' } })
    ended?.end()
  }

  /** Ends what has not become a call: one that is under way goes on, one that is about to be made is not made. */
  function giveUp(): void {
    if (store.getState().dial.status === 'calling') attempt?.end()
    else end()
  }

  return {
    enter,
    dial: (press) => {
      const isKey = press !== undefined && press.x === undefined
      return (isKey || store.getState().dial.status !== 'warned') && enter(press)
    },
    confirm: (press = { at: clock.now() }) => {
      if (hand.means(press)) attempt?.confirm(press.at)
    },
    cancel: (press) => {
      if (store.getState().dial.status !== 'warned') return
      if (press && !attempt?.isRead(press.at)) return
      end()
      change({})
    },
    shown: (snapshot) => {
      // Another one is about to be drawn.
      if (snapshot !== core.moment().snapshot) return
      const sight = sightOf(core.moment())
      const { offer, caller } = sight
      seen = { offer, caller, since: isNew(sight) ? clock.now() : seen.since }
      attempt?.warningShown()
    },
    follow: (now) => {
      const { dial } = store.getState()
      if (dial.status === 'idle') return false
      // Hosts disable dialing around a call, and what went wrong with it is still to be read.
      const allowed = !now.dialDisabled || dial.status === 'failed'
      if (allowed && sameDraft(dial.draft, now.draft)) return false
      giveUp()
      return true
    },
    stop: giveUp,
  }
}

/** Only a press is stopped by a cap: a call that was begun before it was known goes on. */
function isCapped({ pick }: PickerSnapshot): boolean {
  return pick.state === 'found' && pick.selected?.capped === true
}

function sightOf({ inquiry, snapshot: { pick, search } }: Moment): Sight {
  const foreknown = foreknownOf(inquiry.handling, search?.filter ?? null)
  const first = pick.state === 'found' ? firstOf(pick.candidates, foreknown) : null
  const selected = pick.state === 'found' ? pick.selected?.number : undefined
  return {
    offer: JSON.stringify([keyOf(inquiry.asked), first?.number]),
    caller: selected ?? '',
    isChosen: selected === inquiry.handling.caller,
  }
}
