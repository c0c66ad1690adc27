import { createAgentMemory } from './agentMemory.ts'
import { groupNumber } from './callee.ts'
import { type CalleeVerbs, createCalleeVerbs } from './calleeVerbs.ts'
import { type CallerVerbs, createCallerVerbs } from './callerVerbs.ts'
import { type Clock, pageClock } from './clock.ts'
import type { Core, Moment } from './core.ts'
import { createDialing, type DialVerbs } from './dialVerbs.ts'
import { type DialDraft, sameDraft } from './draft.ts'
import { createHand, type Hand } from './hand.ts'
import { createKeyVerbs, type KeyVerbs } from './keyVerbs.ts'
import { firstCount, type PickerOptions } from './options.ts'
import { createPastCalls } from './pastCalls.ts'
import { type Inquiry, readInquiry } from './question.ts'
import { createQuestions } from './questions.ts'
import { createSkillGroupVerbs, type SkillGroupVerbs } from './skillGroupVerbs.ts'
import { createReader, keepEqual, type PickerSnapshot } from './snapshot.ts'
import { createPickerStore } from './state.ts'

/**
 * A picker without looks: what it shows, and what an agent and a host can do to it. Every verb has done all that
 * it does when it returns.
 */
export interface Picker
  extends Omit<CalleeVerbs, 'obey' | 'stopResting' | 'goOnResting'>,
    Omit<CallerVerbs, 'handle' | 'keepPlaces'>,
    SkillGroupVerbs,
    DialVerbs,
    KeyVerbs {
  /** What is shown now; the same object until something changes. */
  getSnapshot: () => PickerSnapshot
  /** Calls the listener after every change. The picker asks and dials only while somebody listens. */
  subscribe: (listener: () => void) => () => void
  /** Replaces all options. */
  setOptions: (options: PickerOptions) => void
  /** Says that this snapshot is on the screen: nothing is dialed by a key that went down before it. */
  shown: (snapshot: PickerSnapshot) => void
  /** Where the agent's hand is, and what moves under it. */
  hand: Hand
}

/**
 * Makes a picker.
 *
 * @example
 * const picker = createPicker({ client, userId: 'agent@ccc-test', onDial })
 * const stop = picker.subscribe(() => draw(picker.getSnapshot()))
 * picker.setCallee('13888888888')
 */
export function createPicker(given: PickerOptions, clock: Clock = pageClock): Picker {
  let options = given
  const { callee, defaultCallee = '' } = options
  const store = createPickerStore(groupNumber(callee ?? defaultCallee, true))
  const questions = createQuestions((error) => options.onError?.(error))
  const pastCalls = createPastCalls(clock, () => settle())
  const agentMemory = createAgentMemory(() => settle())
  const hand = createHand()
  const readSnapshot = createReader()
  const listeners = new Set<() => void>()

  let announced: DialDraft | null = null
  let asking = false

  const core: Core = {
    store,
    clock,
    hand,
    questions,
    options: () => options,
    memory: agentMemory.memory,
    moment: () => moment,
    now: read,
    change: (change) => {
      store.setState(change)
      settle()
    },
    isRunning: () => listeners.size > 0,
  }
  let moment = read()
  const dialing = createDialing(core)
  const calleeVerbs = createCalleeVerbs(core)
  const callerVerbs = createCallerVerbs(core)

  function inquire(): Inquiry {
    return readInquiry(store.getState(), options, questions.groups(), agentMemory.groups())
  }

  function read(): Moment {
    const inquiry = inquire()
    const remembered = agentMemory.remembered()
    const sources = { state: store.getState(), options, questions, pastCalls, remembered }
    return { inquiry, snapshot: readSnapshot(sources, inquiry) }
  }

  /** Wants what is to be known of this moment: a question that is no longer asked ends here. */
  function ask(): void {
    const { asked, handling } = inquire()
    const { instanceId, userId, client } = options
    asking = true
    questions.want({
      client,
      // The element may pass an empty attribute, which names no instance.
      instanceId: instanceId || undefined,
      userId,
      memory: agentMemory.memory(),
      groups: !options.skillGroups,
      pick: asked,
      all: typeof handling.filter === 'string' && asked ? asked.skillGroupIds : null,
      count: () => moment.inquiry.handling.count ?? firstCount(options),
      hear: (offer) => pastCalls.hear(asked, offer),
    })
    asking = false
    const history = core.isRunning() ? options.history : undefined
    pastCalls.follow(history, asked, questions.pick(asked).data)
  }

  function followMemory(): void {
    agentMemory.follow(options, core.isRunning())
  }

  /** Lets everything follow from what the agent did, the options and the answers of now. */
  function settle(): void {
    followMemory()
    ask()
    const now = read()
    const ended = dialing.follow(now.snapshot)
    const before = moment.snapshot
    // A guard that is told of its end may have changed something.
    const { inquiry, snapshot } = ended ? read() : now
    moment = { inquiry, snapshot: keepEqual(before, snapshot) }
    if (moment.snapshot !== before) for (const listener of listeners) listener()
    announce()
  }

  function announce(): void {
    if (!core.isRunning()) return
    const { draft } = moment.snapshot
    const isNew = draft !== null && !sameDraft(draft, announced)
    announced = draft
    if (isNew) options.onSelect?.(draft)
  }

  function start(): void {
    // First of all, so that nothing is sent that was wanted when somebody looked the last time.
    followMemory()
    ask()
    questions.start(() => {
      if (!asking) settle()
    })
    goOnResting()
    settle()
  }

  function stop(): void {
    stopResting()
    followMemory()
    questions.stop()
    pastCalls.follow(undefined, null, undefined)
    dialing.stop()
    const { dial } = store.getState()
    moment = { ...moment, snapshot: keepEqual(moment.snapshot, { ...moment.snapshot, dial }) }
  }

  const { obey, stopResting, goOnResting, ...agentAndHost } = calleeVerbs
  const { handle: _inside, keepPlaces, ...callers } = callerVerbs
  return {
    ...agentAndHost,
    ...callers,
    ...createSkillGroupVerbs(core),
    ...createKeyVerbs(core, dialing, callerVerbs, calleeVerbs),
    dial: dialing.dial,
    confirm: dialing.confirm,
    cancel: dialing.cancel,
    shown: (snapshot) => {
      if (snapshot === moment.snapshot) keepPlaces()
      dialing.shown(snapshot)
    },
    hand,
    getSnapshot: () => moment.snapshot,
    subscribe: (listener) => {
      // The same function may listen twice.
      const hear = () => listener()
      listeners.add(hear)
      if (listeners.size === 1) start()
      return () => {
        listeners.delete(hear)
        if (listeners.size === 0) stop()
      }
    },
    setOptions: (next) => {
      options = next
      if (next.callee !== undefined) obey(next.callee)
      settle()
    },
  }
}
