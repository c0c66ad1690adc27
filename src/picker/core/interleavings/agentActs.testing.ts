import type { PickerCandidate } from '../candidates.ts'
import { numberIn, regrouped, texts } from './texts.testing.ts'
import type { World } from './world.testing.ts'

export type Act = (world: World) => unknown

/** An act that leaves the number as it is. */
function keeping(act: Act): Act {
  return (world) => {
    const { number, reactions, reacting } = world
    act(world)
    const isDisturbed = reacting || reactions !== world.reactions || world.host.keeps !== 'nothing'
    if (!isDisturbed && number !== world.number)
      world.witness.blame(`it made ${number} ${world.typed}`)
  }
}

/** An act that writes a text into the field. */
export function writing(
  write: (world: World, text: string) => void,
  textOf: (world: World) => string,
): Act {
  return (world) => {
    const { reactions, reacting } = world
    const text = textOf(world)
    write(world, text)
    const isDisturbed = reacting || reactions !== world.reactions || world.host.keeps !== 'nothing'
    const isThere = world.typed === text || numberIn(text) === (world.number ?? 'none')
    if (!isDisturbed && !isThere)
      world.witness.blame(`${text} was written, ${world.typed} is there`)
  }
}

export const someText = ({ die }: World): string => die.one(texts)

const type = (world: World, text: string) => world.picker.type(text)

/** The rows that are offered, and which of them is selected. */
function rowsOf({ picker }: World) {
  const { pick } = picker.getSnapshot()
  const rows = pick.state === 'found' ? pick.candidates : []
  return { rows, selected: pick.state === 'found' ? pick.selected : null }
}

/** An act that chooses a row, unless that is disabled. */
function choosing(
  act: (world: World) => { row: PickerCandidate | undefined; choose: () => void },
): Act {
  return keeping((world) => {
    const { reactions, reacting, picker } = world
    const { chosenIds } = picker.getSnapshot().skillGroups
    const { row, choose } = act(world)
    const isFree = row !== undefined && !row.disabled && !row.capped
    if (isFree) world.sight.choose(row.number)
    choose()
    const isDisturbed =
      reacting ||
      reactions !== world.reactions ||
      world.sight.watchers === 0 ||
      chosenIds.join() !== picker.getSnapshot().skillGroups.chosenIds.join()
    const isRight = !isFree || rowsOf(world).selected?.number === row.number
    if (!isDisturbed && !isRight) world.witness.blame('a chosen caller is not selected')
  })
}

export const moving = (step: 1 | -1): Act =>
  choosing((world) => {
    const { rows, selected } = rowsOf(world)
    const free = rows.filter((row) => row === selected || (!row.disabled && !row.capped))
    const at = selected ? free.indexOf(selected) : -1
    const row = at === -1 ? undefined : free[(at + step + free.length) % free.length]
    return { row, choose: () => world.picker.move(step) }
  })

const writes: Record<string, Act> = {
  type: writing(type, someText),
  append: writing(type, ({ typed, die }) => `${typed}${die.below(10)}`),
  backspace: writing(type, ({ typed }) => typed.slice(0, -1)),
  erase: writing(type, () => ''),
  regroup: keeping((world) => type(world, regrouped(world.typed, world.die.one([2, 3, 4])))),
  paste: writing((world, text) => world.picker.paste(text), someText),
  undo: ({ picker }) => picker.undo(),
  compose: (world) => {
    world.sight.composing = true
    world.picker.compose()
  },
  composed: (world) => {
    const { composing } = world.sight
    world.sight.composing = false
    const act = () => world.picker.composed(someText(world))
    if (composing) act()
    else keeping(act)(world)
  },
  edit: keeping(({ picker }) => picker.edit()),
  leave: keeping(({ picker }) => picker.leave()),
  takeFirst: ({ picker }) => picker.takeFirst(),
  clear: writing(
    ({ picker }) => picker.clear(),
    () => '',
  ),
  reset: writing(
    ({ sight }) => sight.reset(),
    () => '',
  ),
}

const choices: Record<string, Act> = {
  choose: choosing((world) => {
    const row = world.die.any(rowsOf(world).rows)
    return { row, choose: () => world.picker.choose(row?.number ?? '01000000000') }
  }),
  move: (world) => moving(world.die.one([1, -1]))(world),
  chooseNth: choosing((world) => {
    const position = world.die.one([1, 2, 3])
    const row = rowsOf(world).rows[position - 1]
    return { row, choose: () => world.picker.chooseNth(position) }
  }),
  pin: keeping((world) => {
    const row = world.die.any(rowsOf(world).rows)
    if (row) world.picker.pin(row.number)
  }),
  more: keeping(({ picker }) => picker.more()),
  search: keeping(({ picker, die }) => picker.search(die.one(['', '010', '0101', null]))),
  retry: keeping(({ picker }) => picker.retry()),
  toggle: keeping(({ sight, die }) => sight.toggle(die.one(['a', 'b', 'c']))),
  typeIds: keeping(({ sight, die }) => sight.typeIds(die.one(['a', 'a, b', 'c']))),
  chooseIds: keeping(({ sight }) => sight.chooseIds()),
}

const now = ({ clock }: World) => ({ at: clock.now() })

/** A press that began before now, as one does that waited for a busy page. */
const earlier = ({ clock, die }: World) => ({
  at: clock.now() - die.one([1, 30, 200, 399, 400, 900]),
})

const presses: Record<string, Act> = {
  press: (world) => world.press('press', now(world)),
  dial: (world) => world.press('dial', now(world)),
  pressTwice: (world) => {
    world.press('press', now(world))
    world.press('dial', now(world))
  },
  earlyPress: (world) => world.press('press', earlier(world)),
  click: (world) => {
    const { die, sight } = world
    const place = { x: sight.pointer.x + die.one([0, 3, 6, 7, 40]), y: sight.pointer.y }
    const press = { at: world.clock.now() - die.one([0, 0, 80]), ...place }
    if (die.rarely(2)) world.press('dial', press)
    else world.confirm(press)
  },
  confirm: (world) => world.confirm(now(world)),
  earlyConfirm: (world) => world.confirm(earlier(world)),
  cancel: (world) => {
    const { witness, clock, die, picker } = world
    const press = die.rarely(2) ? now(world) : undefined
    const isRead = !press || clock.now() >= (witness.open?.warnedAt ?? 0) + 400
    const { open } = witness
    const isWarned = picker.getSnapshot().dial.status === 'warned'
    picker.cancel(press)
    if (isWarned && isRead) witness.end(open, 'cancelled')
  },
  takeBack: (world) => {
    const { open } = world.witness
    const taken = world.picker.takeBack()
    if (taken === 'warning') world.witness.end(open, 'cancelled')
  },
}

/** What an agent does. */
export const agentActs: Record<string, Act> = { ...writes, ...choices, ...presses }
