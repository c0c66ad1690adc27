import type { TestClock } from '../clock.testing.ts'
import type { Picker } from '../createPicker.ts'
import type { DialDraft } from '../draft.ts'
import type { Press } from '../hand.ts'
import type { PickerOptions } from '../options.ts'
import type { PickerSnapshot } from '../snapshot.ts'
import { type Answered, idsOf, questionIn } from './question.testing.ts'
import { numberIn } from './texts.testing.ts'
import { UsedUp } from './usedUp.testing.ts'

const ONE_PRESS = 400
const TREMBLE = 6

/** What is on the screen, where the hand is and what the agent ticked, all kept apart from the picker. */
export class Sight {
  /** How many listen to the picker. */
  watchers = 0
  composing = false
  /** The caller that the agent chose last, whatever the question was. */
  private chosen: string | null = null
  /** The same while the question has not changed since. */
  private justChosen: { key: string; caller: string } | null = null
  private readonly usedUp = new UsedUp()
  ticked: { outOf: 'list' | 'ids'; ids: readonly string[] } | null = null
  rememberedIds: readonly string[] | null = null
  pointer = { x: 0, y: 0 }
  /** Every answer, by its request id. */
  readonly answers = new Map<string, Answered>()
  private typedIds = ''
  private offer = { key: '', since: Number.POSITIVE_INFINITY }
  private selection = { key: '', selected: '', since: Number.POSITIVE_INFINITY }
  private fellAt = Number.NEGATIVE_INFINITY
  private moved = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0 }

  constructor(
    readonly picker: Picker,
    readonly options: () => PickerOptions,
    private readonly clock: TestClock,
  ) {}

  now(): number {
    return this.clock.now()
  }

  snapshot(): PickerSnapshot {
    return this.picker.getSnapshot()
  }

  /** A snapshot was drawn. One that is no longer the newest is about to be replaced. */
  show(snapshot: PickerSnapshot): void {
    this.picker.shown(snapshot)
    if (snapshot !== this.snapshot()) return
    this.usedUp.shown(snapshot)
    const { key, selected } = this.offerIn(snapshot)
    const since = this.now()
    const { offer, selection } = this
    if (key !== offer.key) this.offer = { key, since }
    const isSame = key === selection.key && selected === selection.selected
    if (!isSame) this.selection = { key, selected, since }
  }

  choose(caller: string): void {
    this.chosen = caller
    this.justChosen = { key: this.offerIn(this.snapshot()).key, caller }
  }

  /** Looks at what is shown now: a choice ends with its question, and so does what was known at first. */
  look(): void {
    this.usedUp.look(this.snapshot())
    if (this.justChosen?.key !== this.offerIn(this.snapshot()).key) this.justChosen = null
  }

  /** Whether a press at this time may mean what is selected now: it was on the screen, or the agent chose it. */
  mayBeShown(at: number): boolean {
    const { key, selected } = this.offerIn(this.snapshot())
    const isKnown = selected === this.chosen || this.isSelectionShown(at)
    return key === this.offer.key && at >= this.offer.since && isKnown
  }

  /** Whether it has to mean that. */
  isSurelyShown(at: number): boolean {
    const { key, selected } = this.offerIn(this.snapshot())
    const since = Math.max(this.offer.since, this.selection.since)
    const isChosen = key === this.offer.key && selected === this.justChosen?.caller && at >= since
    return isChosen || this.isSelectionShown(at)
  }

  /** Whether exactly this was on the screen at this time. */
  private isSelectionShown(at: number): boolean {
    const { key, selected } = this.offerIn(this.snapshot())
    const { selection } = this
    return key === selection.key && selected === selection.selected && at >= selection.since
  }

  /** What is offered and what is selected, as texts. A cap that came after the rows takes nothing from them. */
  private offerIn(snapshot: PickerSnapshot) {
    const { pick } = snapshot
    if (pick.state !== 'found') return { key: 'nothing', selected: '' }
    const first = pick.candidates.find((one) => !one.disabled && !this.usedUp.has(one, snapshot))
    const key = [questionIn(snapshot), first?.number].join()
    return { key, selected: pick.selected?.number ?? '' }
  }

  focusFell(): void {
    this.fellAt = this.now()
    this.picker.hand.focusFell(this.now())
  }

  controlsMoved(): void {
    this.moved = { at: this.now(), ...this.pointer }
    this.picker.hand.controlsMoved(this.now())
  }

  point(x: number, y: number): void {
    this.pointer = { x, y }
    this.picker.hand.point(x, y)
  }

  isMeant({ at, x, y }: Press): boolean {
    if (x === undefined || y === undefined) return at - this.fellAt >= ONE_PRESS
    const distance = Math.sqrt((x - this.moved.x) ** 2 + (y - this.moved.y) ** 2)
    return at - this.moved.at >= ONE_PRESS || distance > TREMBLE
  }

  /** The groups that are ticked or typed now. */
  groups(): readonly string[] {
    const { skillGroups } = this.snapshot()
    const outOf = this.groupsAreOutOf()
    const ids = this.ticked?.outOf === outOf ? this.ticked.ids : null
    if (outOf === 'ids') return ids ?? []
    const loaded = skillGroups.source === 'list' ? skillGroups.groups : null
    const listed = idsOf(this.options().skillGroups ?? loaded ?? [])
    const known = this.rememberedIds?.filter((id) => listed.includes(id)) ?? []
    const ticked = ids ?? (known.length > 0 ? known : listed)
    return listed.filter((id) => ticked.includes(id))
  }

  private groupsAreOutOf(): 'list' | 'ids' {
    return this.options().skillGroups ? 'list' : this.snapshot().skillGroups.source
  }

  toggle(id: string): void {
    const { skillGroups } = this.snapshot()
    if (skillGroups.source === 'list' && skillGroups.groups) {
      const ticked = skillGroups.chosenIds
      const ids = idsOf(skillGroups.groups).filter((one) => (one === id) !== ticked.includes(one))
      this.ticked = { outOf: 'list', ids }
    }
    this.picker.toggleSkillGroup(id)
  }

  typeIds(text: string): void {
    this.typedIds = text
    this.ticked = { outOf: this.groupsAreOutOf(), ids: [] }
    this.picker.typeSkillGroupIds(text)
  }

  chooseIds(): void {
    const ids = this.typedIds.split(/[, ]+/).filter((id) => id !== '')
    this.ticked = { outOf: this.groupsAreOutOf(), ids }
    this.picker.chooseSkillGroupIds()
  }

  reset(): void {
    this.ticked = null
    this.typedIds = ''
    this.composing = false
    this.picker.reset()
  }

  /** Why this must not be dialed now; `''` if it may. */
  whyNot(draft: DialDraft): string {
    const { callee, pick } = this.snapshot()
    const { dialDisabled, annotateCaller } = this.options()
    const { callee: number, caller, requestId, skillGroupIds } = draft
    const answer = this.answers.get(requestId)
    const selected = pick.state === 'found' ? pick.selected?.number : undefined
    const note = annotateCaller?.({ number: caller, province: '', city: '' })
    if (numberIn(callee.typed) !== number) return `${callee.typed} is shown`
    if (this.composing) return 'it is being composed'
    if (skillGroupIds.join() !== this.groups().join()) return 'other groups are ticked'
    if (selected !== caller) return `${selected} is selected`
    if (!answer?.callers.includes(caller)) return 'this answer did not offer it'
    if (answer.callee !== null && answer.callee !== number) return 'it answered another number'
    if (answer.skillGroupIds.join() !== skillGroupIds.join()) return 'it answered other groups'
    if (note?.disabled) return 'the caller is disabled'
    if (dialDisabled) return 'the agent may not dial'
    return this.watchers > 0 ? '' : 'nobody looks'
  }
}
