import type { DialDraft } from '../draft.ts'
import type { Press } from '../hand.ts'
import type { Verdict } from './host.testing.ts'
import { type Pressed, same } from './pressed.testing.ts'
import type { Sight } from './sight.testing.ts'

const ONE_PRESS = 400

/** Sees every press, check and call, and knows by itself what may be dialed. */
export class Witness {
  /** What went wrong first; `''` so far. */
  wrong = ''
  dialed: DialDraft[] = []
  open: Pressed | null = null
  /** A confirm that is being made. */
  confirming: Press | null = null
  underWay = false
  private readonly pressing: Pressed[] = []
  /** The last call; and when it settled, or when a press that repeats it was made. */
  private last: { draft: DialDraft; at: number } | null = null

  constructor(
    private readonly sight: Sight,
    private readonly count: (what: string) => void,
  ) {}

  readonly blame = (what: string): void => {
    this.wrong ||= what
  }

  press(press: Press, verb: 'press' | 'dial', isUnseen: boolean): Pressed {
    const { sight, open, last } = this
    const { draft, dial, pick } = sight.snapshot()
    const isUsedUp = pick.state === 'found' && pick.selected?.capped === true
    const { guardTimeout = 5000, beforeDial, dialDisabled } = sight.options()
    const waits = open?.over === '' && (open.verdict === null || open.verdict === 'allow')
    const repeats = last !== null && same(last.draft, draft) && press.at < last.at + ONE_PRESS
    // A warning has buttons of its own; the other one is not clicked then.
    const isIdle = verb === 'dial' && press.x !== undefined && dial.status === 'warned'
    // Nor is there a draft where the host has changed the groups without telling.
    const isThere = draft?.skillGroupIds.join() === sight.groups().join()
    if (repeats && isThere && !isIdle) last.at = Math.max(last.at, press.at)

    const reasons = {
      'there is no draft': draft === null,
      'it is unmounted': sight.watchers === 0,
      'it is disabled': Boolean(dialDisabled),
      'it is used up': isUsedUp,
      'another is checked': waits,
      'another is under way': this.underWay,
      'a warning waits': isIdle,
      'it repeats the last': repeats,
      'it was not shown': !sight.mayBeShown(press.at),
      'it was not meant': !sight.isMeant(press),
    }
    const [unheard = ''] = Object.entries(reasons).flatMap(([reason, is]) => (is ? [reason] : []))
    const stands = draft !== null && sight.whyNot(draft) === ''
    const isFree = unheard === '' && !/checking|calling/.test(dial.status)
    const pressed: Pressed = {
      ...press,
      draft,
      isUnseen,
      guarded: beforeDial !== undefined,
      until: sight.now() + guardTimeout,
      signal: null,
      verdict: null,
      warnedAt: Number.POSITIVE_INFINITY,
      over: '',
      unheard: isUnseen ? '' : unheard,
      must: isFree && stands && sight.isSurelyShown(press.at),
    }
    this.pressing.push(pressed)
    return pressed
  }

  pressed(pressed: Pressed, began: boolean, isUndisturbed: boolean): void {
    this.pressing.splice(this.pressing.indexOf(pressed), 1)
    if (!began) {
      this.count(`unheard because ${pressed.unheard || 'of something else'}`)
      if (pressed.over === 'called') this.blame('a press dialed and told that it did not')
      if (pressed.must && isUndisturbed) this.blame('a press was not heard')
      return
    }
    this.count('heard')
    if (pressed.unheard !== '') this.blame(`a press was heard although ${pressed.unheard}`)
    if (this.open?.over === '') {
      this.end(this.open, 'pressed again')
      if (!this.open.signal?.aborted) this.blame('a guard was not told of another press')
    }
    this.open = pressed
    if (pressed.guarded && !pressed.signal) pressed.over = 'it ended before it was checked'
    if (pressed.guarded || pressed.over !== '') return
    const stands = pressed.draft !== null && this.sight.whyNot(pressed.draft) === ''
    if (isUndisturbed && stands) this.blame('a press without a guard did not dial')
    pressed.over = 'it did not stand'
  }

  checking(draft: DialDraft, signal: AbortSignal): void {
    const pressed = this.pressing.at(-1)
    if (!pressed) {
      this.blame('a guard was asked without a press')
      return
    }
    if (pressed.signal) this.blame('a guard was asked twice')
    if (signal.aborted) this.blame('a guard was asked in vain')
    if (pressed.isUnseen) pressed.draft = draft
    if (!same(draft, pressed.draft)) this.blame('a guard was asked about another call')
    pressed.signal = signal
    this.look()
  }

  decided(signal: AbortSignal, verdict: Verdict): void {
    this.look()
    for (const pressed of [this.open, ...this.pressing]) {
      if (pressed?.signal !== signal) continue
      pressed.verdict = verdict
      const isOver = verdict !== 'allow' && verdict !== 'warn'
      if (pressed.over === '' && isOver) pressed.over = 'refused'
    }
  }

  calling(draft: DialDraft): void {
    this.dialed.push(draft)
    const inside = this.pressing.at(-1)
    const pressed = inside && !inside.guarded ? inside : this.open
    if (this.underWay) this.blame('a call was made while another was under way')
    this.underWay = true
    this.last = { draft, at: this.sight.now() }
    if (!pressed) {
      this.blame('a call was made without a press')
      return
    }
    if (pressed.isUnseen && !pressed.guarded) pressed.draft = draft
    if (pressed.over !== '') this.blame(`a call was made although ${pressed.over}`)
    if (!same(draft, pressed.draft)) this.blame('a call was made that was not pressed')
    if (pressed.verdict === 'warn') this.confirmed(pressed)
    else if (pressed.guarded && pressed.verdict !== 'allow') this.blame('a call was not checked')
    pressed.over = 'called'
    this.count(`dialed ${pressed.verdict ?? 'without a guard'}`)
    const reason = this.sight.whyNot(draft)
    if (reason !== '') this.blame(`a call was made although ${reason}`)
  }

  private confirmed({ warnedAt }: Pressed): void {
    const { confirming, sight } = this
    if (!confirming) this.blame('a warned call was made without a confirm')
    else if (confirming.at < warnedAt + ONE_PRESS) this.blame('a warning was not read')
    else if (!sight.isMeant(confirming)) this.blame('a confirm was not meant')
  }

  settled(): void {
    this.underWay = false
    if (this.last) this.last.at = this.sight.now()
  }

  warningShown(): void {
    const { open } = this
    if (open?.over === '') open.warnedAt = Math.min(open.warnedAt, this.sight.now())
  }

  end(pressed: Pressed | null, why: string): void {
    if (pressed?.over !== '') return
    pressed.over = why
    this.count(`${pressed.verdict ?? 'checking'} ended: ${why}`)
  }

  /** Looks at what is shown now: it may put an end to a press. */
  look(): void {
    const { sight } = this
    const { draft, dialDisabled } = sight.snapshot()
    for (const pressed of [this.open, ...this.pressing]) {
      if (!pressed?.signal || pressed.over !== '') continue
      const isLate = pressed.verdict === null && sight.now() >= pressed.until
      if (sight.watchers === 0) this.end(pressed, 'unmounted')
      else if (!same(draft, pressed.draft)) this.end(pressed, 'the draft changed')
      else if (dialDisabled) this.end(pressed, 'not allowed')
      else if (isLate) this.end(pressed, 'late')
    }
  }
}
