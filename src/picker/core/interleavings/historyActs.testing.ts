import { settled } from '../clock.testing.ts'
import { historyOf } from '../history.testing.ts'
import { type Act, agentActs } from './agentActs.testing.ts'
import { answerAll } from './scenes.testing.ts'
import { callerFor, numberIn } from './texts.testing.ts'
import type { World } from './world.testing.ts'

/** What must be the same before and after history says something, if the agent has seen it. */
function sightOf({ picker }: World) {
  const { pick, draft, dial, callee } = picker.getSnapshot()
  const rows = pick.state === 'found' ? pick.candidates.map(({ number }) => number) : []
  const selected = pick.state === 'found' ? pick.selected?.number : ''
  return JSON.stringify([callee.typed, rows, selected, draft, dial])
}

/** An act by which history says something: it moves nothing that was on the screen. */
function telling(act: (world: World) => Promise<void> | undefined): Act {
  return async (world) => {
    // What the host changed quietly would be noticed now, too.
    world.tell()
    await settled()
    const { picker, drawn, reactions } = world
    const before = sightOf(world)
    const snapshot = picker.getSnapshot()
    const wasSeen = snapshot === drawn && snapshot.pick.state === 'found'
    const told = act(world)
    if (!told) return
    await told
    world.count(`told ${whenIs(world, wasSeen)}`)
    if (wasSeen && reactions === world.reactions && sightOf(world) !== before) {
      world.witness.blame('what history said moved what was shown')
    }
  }
}

function whenIs(world: World, wasSeen: boolean): string {
  const { dial, pick } = world.picker.getSnapshot()
  if (dial.status !== 'idle') return `while ${dial.status}`
  if (pick.state !== 'found') return 'before the pick'
  return wasSeen ? 'between sight and press' : 'before sight'
}

function tellCallee({ history, die }: World): Promise<void> | undefined {
  const asked = die.any(history.callees)
  if (!asked) return
  const caller = () => callerFor(asked.callee, ['a', 'b'], die.one([1, 2, 2, 3]))
  return asked.answer(historyOf(caller(), die.rarely(4) ? null : caller()))
}

function tellCallers({ history, die }: World): Promise<void> | undefined {
  const asked = die.any(history.callers)
  const some = asked?.callers.filter(() => !die.rarely(3)) ?? []
  const uses = some.map((caller) => {
    const dialed = die.one([0, 10, 49, 50, 60])
    return [caller, { dialed, answered: 0 }] as const
  })
  return asked?.answer(new Map(uses))
}

/** The newest questions. */
const latest: Act = telling((world) => {
  const { history } = world
  const isCallee = world.die.rarely(2)
  history.callees.splice(0, history.callees.length - 1)
  history.callers.splice(0, history.callers.length - 1)
  return isCallee ? tellCallee(world) : tellCallers(world)
})

/** A number that is known before its callers are. */
async function tellFirst(world: World): Promise<void> {
  const { picker, die, sight } = world
  if (sight.watchers === 0) world.subscribe()
  const text = die.one(['13888888888', '13999999999', '02188888888'])
  sight.composing = false
  if (numberIn(world.typed) !== text) picker.setCallee(text)
  await settled()
  await latest(world)
  await answerAll(world)
  if (!die.rarely(3)) world.show()
}

/** History comes while the agent's finger is on its way down. */
async function tellUnderFinger(world: World): Promise<void> {
  const { clock, die } = world
  await answerAll(world)
  world.show()
  await clock.pass(die.one([0, 400]))
  const at = clock.now()
  await clock.pass(die.one([0, 5]))
  await latest(world)
  if (die.rarely(2)) world.show()
  world.press(die.one(['press', 'dial']), { at })
}

export const historyActs: Readonly<Record<string, Act>> = {
  tell: latest,
  tellAgain: latest,
  tellCallee: telling(tellCallee),
  tellCallers: telling(tellCallers),
  failCallee: telling(({ history, die }) => die.any(history.callees)?.fail()),
  failCallers: telling(({ history, die }) => die.any(history.callers)?.fail()),
  tellFirst,
  tellUnderFinger,
  /** A source of the host's may do something where it is asked, or where it is told to stop. */
  reactToHistory: (world) => {
    const name = world.die.any(['press', 'type', 'erase', 'reset', 'move', 'unsubscribe']) ?? ''
    world.reaction = { hook: 'history', act: () => void agentActs[name]?.(world) }
  },
}
