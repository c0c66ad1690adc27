import type { SkillGroup } from '../../../ccc/index.ts'
import type { ProxyClient } from '../../../client/index.ts'
import type { DialDraft } from '../draft.ts'
import type { DialGuard, DialVerdict } from '../guard.ts'
import type { CallHistory } from '../history.ts'
import type { PickerOptions } from '../options.ts'
import type { Die } from './die.testing.ts'
import { numberIn } from './texts.testing.ts'

/** What a guard makes of a call. */
export type Verdict = 'allow' | 'warn' | 'refuse' | 'throw' | 'nonsense'

export const verdicts = ['allow', 'allow', 'warn', 'refuse', 'throw', 'nonsense'] as const

const groupsOf = (ids: readonly string[]): readonly SkillGroup[] =>
  ids.map((id) => ({ id, name: id }))
export const groupLists = [groupsOf(['a', 'b']), groupsOf(['b', 'c']), groupsOf(['a'])] as const

const circular: { itself?: unknown } = {}
circular.itself = circular
/** What a guard in JavaScript may answer. */
const nonsense = [42, {}, 'yes', circular, 1n, { warn: 1 }, Symbol('yes')] as const

/** What a host is asked and told by its picker. */
export interface HostEvents {
  checking: (draft: DialDraft, signal: AbortSignal) => void
  decided: (signal: AbortSignal, verdict: Verdict) => void
  calling: (draft: DialDraft) => void
  settled: () => void
  selected: (draft: DialDraft) => void
  changed: (callee: string) => void
}

/** A host whose mind can be changed; the picker learns of it when it is told. */
export class Host {
  guards: 'none' | 'now' | 'later'
  /** Whether a slow guard goes on although it was told to stop. */
  ignoresSignals = false
  guardTimeout = 5000
  calls: 'returns' | 'throws' | 'rejects' | 'resolves' | 'later'
  /** What becomes of the callee where the host keeps it. */
  keeps: 'nothing' | 'obeys' | 'insists' | 'normalises' = 'nothing'
  callee = ''
  dialDisabled: boolean | string = false
  skillGroups: readonly SkillGroup[] | undefined = groupLists[0]
  /** Whether it ever passed other groups without telling. */
  changedGroupsQuietly = false
  disabledCallers: readonly string[] = []
  history: CallHistory | undefined
  /** Slow checks that have not been decided, and calls that have not settled. */
  readonly checks: ((verdict: Verdict) => void)[] = []
  readonly begun: ((works: boolean) => void)[] = []
  /** What the picker has been given. */
  options: PickerOptions

  constructor(
    private readonly client: ProxyClient,
    private readonly die: Die,
    private readonly events: HostEvents,
    readonly userId: string | undefined,
    readonly memory: boolean,
  ) {
    this.guards = die.one(['none', 'now', 'later', 'later'])
    this.calls = die.one(['returns', 'rejects', 'resolves', 'later', 'later'])
    this.options = this.makeOptions()
  }

  makeOptions(): PickerOptions {
    const { disabledCallers } = this
    this.options = {
      client: this.client,
      userId: this.userId,
      memory: this.memory,
      history: this.history,
      skillGroups: this.skillGroups,
      callee: this.keeps === 'nothing' ? undefined : this.callee,
      dialDisabled: this.dialDisabled,
      beforeDial: this.guards === 'none' ? undefined : this.guard,
      guardTimeout: this.guardTimeout,
      count: 2,
      maxCount: 5,
      // Another function each time, as hosts write it.
      annotateCaller: ({ number }) =>
        disabledCallers.includes(number) ? { disabled: 'used up' } : undefined,
      onDial: this.dial,
      onSelect: (draft) => this.events.selected(draft),
      onCalleeChange: (callee) => this.events.changed(callee),
    }
    return this.options
  }

  /** The agent's text reaches a host that may keep the callee. */
  hear(callee: string): void {
    if (this.keeps === 'insists') return
    this.callee = this.keeps === 'normalises' ? (numberIn(callee) ?? callee) : callee
  }

  readonly guard: DialGuard = (draft, { signal }) => {
    this.events.checking(draft, signal)
    if (this.guards === 'now') return this.answer(signal, this.die.one(verdicts))
    return new Promise<DialVerdict>((resolve, reject) => {
      const decide = (verdict: Verdict) => {
        try {
          resolve(this.answer(signal, verdict))
        } catch (error) {
          reject(error)
        }
      }
      this.checks.push(decide)
      if (this.ignoresSignals) return
      signal.addEventListener('abort', () => {
        const at = this.checks.indexOf(decide)
        if (at !== -1) this.checks.splice(at, 1)
        reject(signal.reason)
      })
    })
  }

  private answer(signal: AbortSignal, verdict: Verdict): DialVerdict {
    this.events.decided(signal, verdict)
    if (verdict === 'allow') return this.die.one([undefined, true])
    if (verdict === 'warn') return { warn: 'Really?' }
    if (verdict === 'refuse') return this.die.one<DialVerdict>([false, { refuse: 'No.' }])
    if (verdict === 'throw') throw new Error('broken')
    return this.die.one<unknown>(nonsense) as DialVerdict
  }

  private readonly dial = (draft: DialDraft): unknown => {
    this.events.calling(draft)
    if (this.calls === 'later') {
      return new Promise<void>((resolve, reject) => {
        this.begun.push((works) => {
          this.events.settled()
          if (works) resolve()
          else reject(new Error('busy'))
        })
      })
    }
    this.events.settled()
    if (this.calls === 'throws') throw new Error('broken')
    if (this.calls === 'rejects') return Promise.reject(new Error('busy'))
    return this.calls === 'resolves' ? Promise.resolve() : undefined
  }
}
