import { settled } from '../clock.testing.ts'
import type { Act } from './agentActs.testing.ts'
import { answer } from './answers.testing.ts'
import { groupLists } from './host.testing.ts'
import type { World } from './world.testing.ts'

/** The cloud answers everything that is asked. */
export async function answerAll(world: World): Promise<void> {
  await settled()
  for (let round = 0; round < 3 && world.cloud.waiting.length > 0; round++) {
    for (const asked of [...world.cloud.waiting]) answer(world, asked, 'offers')
    await settled()
  }
}

/** Leads to a draft that can be dialed, mostly. */
export async function getReady(world: World): Promise<void> {
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

export async function begin(world: World): Promise<void> {
  await getReady(world)
  world.press('press', { at: world.clock.now() })
}

async function call(world: World): Promise<void> {
  await begin(world)
  world.host.checks.pop()?.('allow')
  await settled()
}

export async function beWarned(world: World): Promise<void> {
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

/** What usually happens. */
export const scenes: Record<string, Act> = {
  ready: getReady,
  begin,
  call,
  beWarned,
  readAndConfirm,
}
