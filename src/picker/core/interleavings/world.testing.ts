import { settled, startClock } from '../clock.testing.ts'
import { createCloud } from '../cloud.testing.ts'
import { createPicker, type Picker } from '../createPicker.ts'
import type { Press } from '../hand.ts'
import { startHistory } from '../history.testing.ts'
import { memoryOf, startMemory } from '../memory.testing.ts'
import type { PickerSnapshot } from '../snapshot.ts'
import { checkPress, checkRequests } from './between.testing.ts'
import { Die } from './die.testing.ts'
import type { Hook } from './hook.testing.ts'
import { Host } from './host.testing.ts'
import { Sight } from './sight.testing.ts'
import { Stillness } from './stillness.testing.ts'
import { numberIn } from './texts.testing.ts'
import { Told } from './told.testing.ts'
import { Witness } from './witness.testing.ts'

/** A picker with its agent, its host and its cloud, all of whom do what a test says. */
export class World {
  readonly clock = startClock()
  readonly cloud = createCloud(() => this.react('transport'))
  readonly die: Die
  readonly host: Host
  readonly picker: Picker
  readonly sight: Sight
  readonly told: Told
  readonly stillness: Stillness
  readonly history = startHistory(() => this.react('history'))
  readonly witness: Witness
  readonly trace: string[] = []
  /** Waits for its moment. */
  reaction: { hook: Hook; act: () => void } | null = null
  reacting: Hook | null = null
  /** How many acts happened in the middle of others. */
  reactions = 0
  drawn: PickerSnapshot
  private known = 0
  private readonly stops: (() => void)[] = []

  constructor(
    seed: number,
    readonly count: (what: string) => void,
    hasHistory = false,
  ) {
    startMemory()
    this.die = new Die(seed)
    const events = {
      checking: (...[draft, signal]: Parameters<Witness['checking']>) => {
        this.witness.checking(draft, signal)
        signal.addEventListener('abort', () => this.aborted(signal))
        this.react('guard')
      },
      decided: (...given: Parameters<Witness['decided']>) => this.witness.decided(...given),
      calling: (...given: Parameters<Witness['calling']>) => {
        this.witness.calling(...given)
        this.react('dial')
      },
      settled: () => this.witness.settled(),
      selected: (...given: Parameters<Told['selected']>) => {
        this.told.selected(...given)
        this.react('select')
      },
      changed: (callee: string) => {
        this.told.changed(callee)
        this.host.hear(callee)
        if (this.host.keeps !== 'nothing') this.tell()
        this.react('change')
      },
    }
    const userId = this.die.one([undefined, 'agent'])
    this.host = new Host(this.cloud.client, this.die, events, userId, this.die.rarely(2))
    if (hasHistory) this.host.history = this.history.history
    this.host.makeOptions()
    this.picker = createPicker(this.host.options, this.clock)
    this.sight = new Sight(this.picker, () => this.host.options, this.clock)
    this.witness = new Witness(this.sight, count)
    this.told = new Told(this.sight, this.witness.blame)
    this.stillness = new Stillness(this.sight, this.witness.blame)
    this.drawn = this.picker.getSnapshot()
    this.subscribe()
  }

  get typed(): string {
    return this.picker.getSnapshot().callee.typed
  }

  get number(): string | null {
    return numberIn(this.typed)
  }

  /** Does what waits for this moment; never one inside another. */
  private react(hook: Hook): void {
    const { reaction } = this
    if (this.reacting || reaction?.hook !== hook) return
    this.reaction = null
    this.reacting = hook
    this.reactions++
    this.count(`reactions to ${hook}`)
    reaction.act()
    this.reacting = null
  }

  private aborted(signal: AbortSignal): void {
    // What put an end to it may be undone by the reaction, before anybody could see it.
    const { open } = this.witness
    const isHidden = this.reaction?.hook === 'abort' && open?.signal === signal
    if (isHidden) this.witness.end(open, 'the draft changed')
    this.react('abort')
  }

  private look(): void {
    this.sight.look()
    this.stillness.look()
    this.witness.look()
    this.told.look()
  }

  subscribe(): void {
    const { picker, sight } = this
    sight.watchers++
    const isFirst = sight.watchers === 1
    if (isFirst && this.host.memory) sight.rememberedIds = memoryOf().getState().skillGroupIds
    const hear = () => {
      this.look()
      const { status } = picker.getSnapshot().dial
      if (status === 'calling' || status === 'checking' || status === 'warned') this.react(status)
    }
    this.stops.push(picker.subscribe(hear))
    this.look()
  }

  unsubscribe(): void {
    const stop = this.stops.pop()
    if (!stop) return
    this.sight.watchers--
    if (this.sight.watchers === 0) this.sight.rememberedIds = null
    stop()
    this.look()
  }

  /** Everybody leaves, and React Query forgets this picker. */
  end(): void {
    while (this.stops.length > 0) this.unsubscribe()
  }

  /** The host passes its options, as when it renders. */
  tell(): void {
    const before = this.typed
    this.picker.setOptions(this.host.makeOptions())
    if (this.typed !== before) this.sight.composing = false
  }

  press(verb: 'press' | 'dial', press: Press): void {
    const { reactions, reacting } = this
    const pressed = this.witness.press(
      press,
      verb,
      reacting === 'abort' || reacting === 'transport',
    )
    const began = this.picker[verb](press)
    this.witness.pressed(pressed, began, !reacting && reactions === this.reactions)
  }

  confirm(press: Press): void {
    const before = this.witness.confirming
    this.witness.confirming = press
    this.picker.confirm(press)
    this.witness.confirming = before
  }

  /** The view draws what is to be seen now. */
  show(): void {
    this.drawn = this.picker.getSnapshot()
    this.sight.show(this.drawn)
    this.stillness.shown()
    if (this.drawn.dial.status === 'warned') this.witness.warningShown()
  }

  /** Checks what must hold between two acts. */
  async check(isQuiet: boolean): Promise<void> {
    if (isQuiet) await settled()
    this.look()
    checkPress(this.witness, this.sight, isQuiet)
    checkRequests(this)
    if (this.reactions > this.known) this.told.forgive()
    else this.told.check(this.host.keeps !== 'nothing')
    this.known = this.reactions
  }
}
