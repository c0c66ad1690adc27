import { settled } from '../clock.testing.ts'
import { type Act, moving } from './agentActs.testing.ts'
import { hostActs } from './otherActs.testing.ts'
import { begin, beWarned, getReady } from './scenes.testing.ts'
import type { World } from './world.testing.ts'

/** A slow guard, or a warning that has been read, and then a decision. */
async function decide(world: World, meanwhile: (world: World) => void): Promise<void> {
  const { host, clock, die } = world
  await beWarned(world)
  if (die.rarely(2)) {
    world.press('press', { at: clock.now() })
    meanwhile(world)
    host.checks.pop()?.('allow')
    await settled()
  } else {
    world.show()
    await clock.pass(400)
    meanwhile(world)
    world.confirm({ at: clock.now() })
  }
}

/** Something comes under the hand just before it presses. */
async function surprise(world: World): Promise<void> {
  const { clock, sight, die } = world
  const isWarned = die.rarely(2)
  if (isWarned) await beWarned(world)
  else await getReady(world)
  await clock.pass(400)
  if (die.rarely(2)) sight.focusFell()
  else sight.controlsMoved()
  await clock.pass(die.one([0, 399, 400]))
  const { x, y } = sight.pointer
  const place = die.rarely(2) ? { x: x + die.one([0, 6, 7]), y } : {}
  const press = { at: clock.now(), ...place }
  if (isWarned) world.confirm(press)
  else world.press('dial', press)
}

const quiet = ['allowedQuietly', 'groupsQuietly']

/** Something that changes and changes back. */
function blinking(world: World): void {
  const { picker, host, die } = world
  const kind = die.below(4)
  if (kind === 0) {
    world.unsubscribe()
    world.subscribe()
  } else if (kind === 1) {
    for (const reason of ['in a call', false]) {
      host.dialDisabled = reason
      world.tell()
    }
  } else if (kind === 2) {
    for (const step of [1, -1] as const) moving(step)(world)
  } else {
    const { typed } = world
    for (const text of ['', typed]) picker.type(text)
  }
}

/** The chosen caller cannot be dialed any more, and another one is selected by itself. */
async function fallBack(world: World): Promise<void> {
  const { host, clock, die, picker } = world
  await getReady(world)
  moving(1)(world)
  world.show()
  await clock.pass(400)
  const { draft } = picker.getSnapshot()
  host.disabledCallers = draft ? [draft.caller] : []
  world.tell()
  if (die.rarely(2)) world.show()
  world.press('press', { at: clock.now() - die.one([0, 1]) })
}

async function holdKey(world: World): Promise<void> {
  await begin(world)
  for (let repeats = world.die.below(6); repeats > 0; repeats--) {
    await world.clock.pass(world.die.one([30, 30, 390]))
    world.press('press', { at: world.clock.now() })
  }
}

/** What seldom happens, and must not dial anything else. */
export const surprises: Record<string, Act> = {
  holdKey,
  surprise,
  fallBack,
  changeQuietly: (world) => decide(world, () => void hostActs[world.die.any(quiet) ?? '']?.(world)),
  blink: (world) => decide(world, blinking),
}
