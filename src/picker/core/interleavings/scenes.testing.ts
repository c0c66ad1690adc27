import { settled } from '../clock.testing.ts'
import { type Act, agentActs, moving } from './agentActs.testing.ts'
import { answer } from './answers.testing.ts'
import { groupLists } from './host.testing.ts'
import { hostActs, worldActs } from './otherActs.testing.ts'
import type { Hook, World } from './world.testing.ts'

async function answerAll(world: World): Promise<void> {
  await settled()
  for (let round = 0; round < 3 && world.cloud.waiting.length > 0; round++) {
    for (const asked of [...world.cloud.waiting]) answer(world, asked, 'offers')
    await settled()
  }
}

/** Leads to a draft that can be dialed, mostly. */
async function getReady(world: World): Promise<void> {
  const { host, die, picker, sight } = world
  if (sight.watchers === 0) world.subscribe()
  if (host.dialDisabled && !die.rarely(4)) {
    host.dialDisabled = false
    world.tell()
  }
  if (!picker.getSnapshot().draft) {
    host.keeps = 'nothing'
    host.disabledCallers = []
    host.skillGroups = groupLists[0]
    world.tell()
    sight.reset()
    picker.setCallee(die.one(['13888888888', '13999999999', '05718888888']))
  }
  await answerAll(world)
  if (!die.rarely(4)) host.begun.shift()?.(true)
  if (!die.rarely(4)) await world.clock.pass(400)
  world.show()
}

async function begin(world: World): Promise<void> {
  await getReady(world)
  world.press('press', { at: world.clock.now() })
}

async function call(world: World): Promise<void> {
  await begin(world)
  world.host.checks.pop()?.('allow')
  await settled()
}

async function beWarned(world: World): Promise<void> {
  world.host.guards = 'later'
  world.tell()
  await begin(world)
  world.host.checks.pop()?.('warn')
  await settled()
  if (!world.die.rarely(4)) world.show()
}

async function readAndConfirm(world: World): Promise<void> {
  world.show()
  await world.clock.pass(world.die.one([399, 400, 500]))
  world.confirm({ at: world.clock.now() })
}

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

async function holdKey(world: World): Promise<void> {
  await begin(world)
  for (let repeats = world.die.below(6); repeats > 0; repeats--) {
    await world.clock.pass(world.die.one([30, 30, 390]))
    world.press('press', { at: world.clock.now() })
  }
}

const within = [
  ...['move', 'choose', 'type', 'erase', 'leave', 'paste', 'reset', 'toggle', 'setCallee'],
  ...['press', 'dial', 'confirm', 'takeBack', 'unsubscribe', 'remount', 'show', 'render'],
  ...['allowed', 'allowedQuietly', 'groupsQuietly', 'guard', 'annotate'],
]
const hooks: readonly [Hook, ...Hook[]] = [
  'calling',
  'calling',
  'checking',
  'warned',
  'change',
  'select',
  'guard',
  'dial',
  'abort',
  'transport',
]

/** Prepares an act that will happen in the middle of another. */
const react: Act = (world) => {
  const name = world.die.any(within) ?? ''
  const act = agentActs[name] ?? hostActs[name] ?? worldActs[name]
  const hook = world.die.one(hooks)
  world.trace.push(`(${name} on ${hook})`)
  world.reaction = { hook, act: () => void act?.(world) }
}

export const scenes: Record<string, Act> = {
  ready: getReady,
  begin,
  call,
  beWarned,
  readAndConfirm,
  holdKey,
  changeQuietly: (world) => decide(world, () => void hostActs[world.die.any(quiet) ?? '']?.(world)),
  blink: (world) => decide(world, blinking),
  react,
}

/** Whatever has happened: a new number that is seen, pressed and allowed is dialed, once. */
export async function finish(world: World): Promise<void> {
  const { host, clock, picker, sight, witness, die } = world
  const number = '18612345678'
  world.reaction = null
  Object.assign(host, { keeps: 'nothing', guards: die.one(['none', 'later']), calls: 'resolves' })
  Object.assign(host, { dialDisabled: false, disabledCallers: [], skillGroups: groupLists[0] })
  world.tell()
  if (sight.watchers === 0) world.subscribe()
  sight.reset()
  for (const settle of host.begun.splice(0)) settle(false)
  for (const decide of host.checks.splice(0)) decide('refuse')
  await clock.pass(6000)

  picker.setCallee(number)
  await answerAll(world)
  world.show()
  await clock.pass(400)
  const { length } = witness.dialed
  world.press('press', { at: clock.now() })
  if (die.rarely(2)) {
    host.checks.pop()?.('allow')
  } else {
    host.checks.pop()?.('warn')
    await settled()
    world.show()
    await clock.pass(400)
    world.confirm({ at: clock.now() })
  }
  await world.check(true)
  const callees = witness.dialed.slice(length).map(({ callee }) => callee)
  if (callees.join() !== number) witness.blame(`at last, [${callees}] was dialed`)
}
