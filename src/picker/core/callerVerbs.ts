import { isFree, type PickerCandidate } from './candidates.ts'
import type { Core } from './core.ts'
import { firstCount, maxCount } from './options.ts'
import { keyOf } from './question.ts'
import { foreknownOf, type Handling, handlingOf } from './state.ts'

/** What the agent does with the callers that are offered. */
export interface CallerVerbs {
  /** Selects the candidate with this number, unless it is disabled. */
  choose: (number: string) => void
  /** Selects the next candidate (1) or the previous one (-1) from afar, wrapping around at the ends. */
  move: (step: 1 | -1) => void
  /** Selects the candidate at a position from 1 on, from afar. */
  chooseNth: (position: number) => void
  /** Pins a number, or unpins it. */
  pin: (number: string) => void
  /** Asks for more candidates. */
  more: () => void
  /** Searches all numbers for a number or a place; with null, goes back to the pick. */
  search: (filter: string | null) => void
  /** Asks again what failed. */
  retry: () => void
  /** The agent's switch for remembering customers. */
  remember: (enabled: boolean) => void
  /** Adds to what the agent did about the question of now. */
  handle: (change: Partial<Handling>) => void
  /** The callers are on the screen: from now on, what history says moves none of them. */
  keepPlaces: () => void
}

export function createCallerVerbs(core: Core): CallerVerbs {
  const { store, moment, options, questions, memory, change } = core

  function handle(done: Partial<Handling>): void {
    const question = keyOf(moment().inquiry.question)
    if (question === null) return
    change({ handling: { ...handlingOf(store.getState(), question), ...done, question } })
  }

  function candidates(): readonly PickerCandidate[] {
    const { pick } = moment().snapshot
    return pick.state === 'found' ? pick.candidates : []
  }

  function choose(chosen: PickerCandidate | undefined, fromAfar: boolean): void {
    if (!chosen || !isFree(chosen)) return
    handle({ caller: chosen.number, told: fromAfar ? chosen.number : undefined })
  }

  return {
    handle,
    choose: (number) =>
      choose(
        candidates().find((one) => one.number === number),
        false,
      ),
    move: (step) => {
      const { pick } = moment().snapshot
      if (pick.state !== 'found' || !pick.selected) return
      const { candidates, selected } = pick
      // One that history has stopped since is left, and not returned to.
      const those = candidates.filter((one) => one === selected || isFree(one))
      const next = those.indexOf(selected) + step
      choose(those[(next + those.length) % those.length], true)
    },
    chooseNth: (position) => choose(candidates()[position - 1], true),
    pin: (number) => {
      const pinned = candidates().some((one) => one.number === number && one.pinned)
      memory()?.pin(number, !pinned)
    },
    more: () => {
      const { more } = moment().snapshot
      if (!more || more.adding) return
      const { count = firstCount(options()) } = moment().inquiry.handling
      handle({ count: Math.min(count + firstCount(options()), maxCount(options())) })
      questions.again('pick')
    },
    search: (filter) => {
      // Other words find other rows.
      if (moment().snapshot.search) handle({ filter, foreknownInSearch: undefined })
    },
    retry: () => {
      const { pick, search } = moment().snapshot
      if (!('error' in pick) || !pick.error) return
      questions.again(search === null || search.filter === null ? 'pick' : 'all')
    },
    remember: (enabled) => memory()?.enable(enabled),
    keepPlaces: () => {
      const { inquiry, snapshot } = moment()
      const filter = snapshot.search?.filter ?? null
      const those = candidates()
      const isKept = foreknownOf(inquiry.handling, filter) !== undefined
      if (isKept || those.length === 0 || !options().history) return
      const answered = those.find((one) => one.answeredLast)?.number ?? null
      const capped = those.filter((one) => one.capped).map(({ number }) => number)
      const foreknown = { answered, capped }
      handle(filter === null ? { foreknown } : { foreknownInSearch: foreknown })
    },
  }
}
