import { settled } from '../clock.testing.ts'
import { groupLists } from './host.testing.ts'
import { answerAll } from './scenes.testing.ts'
import type { World } from './world.testing.ts'

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
