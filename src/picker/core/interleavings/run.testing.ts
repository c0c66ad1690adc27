import { type Act, agentActs } from './agentActs.testing.ts'
import { finish } from './finish.testing.ts'
import { hostActs, worldActs } from './otherActs.testing.ts'
import { react } from './reactions.testing.ts'
import { scenes } from './scenes.testing.ts'
import { surprises } from './surprises.testing.ts'
import { World } from './world.testing.ts'

const acts: Record<string, Act> = {
  ...agentActs,
  ...worldActs,
  ...hostActs,
  ...scenes,
  ...surprises,
  react,
}

/** What leads deep comes more often than what ends everything. */
const often = [
  ...['ready', 'begin', 'call', 'call', 'beWarned', 'readAndConfirm', 'readAndConfirm', 'holdKey'],
  ...['changeQuietly', 'blink', 'press', 'dial', 'show', 'answer', 'allow', 'allow', 'verdict'],
  ...['settle', 'settle', 'wait', 'tick', 'leave', 'regroup', 'move', 'confirm', 'earlyPress'],
  ...['click', 'surprise', 'fallBack', 'react', 'react'],
]
const usual = [...Object.keys(acts), ...often, ...often, ...often]

/** How often everything happened, without what every run ends with. */
export type Tally = Record<string, number>

/** Does what a list of numbers says, each of which names an act and how it is done; these acts among the others. */
export async function run(
  seeds: readonly number[],
  tally: Tally,
  more: Readonly<Record<string, Act>> = {},
): Promise<void> {
  const names = [...usual, ...Object.keys(more), ...Object.keys(more)]
  let counts = true
  const count = (what: string) => {
    if (counts) tally[what] = (tally[what] ?? 0) + 1
  }
  const world = new World(seeds[0] ?? 0, count, Object.keys(more).length > 0)
  const { trace, witness, die } = world
  const goOn = () => {
    if (witness.wrong) throw new Error(`${witness.wrong}, after:\n${trace.join('\n')}`)
  }
  try {
    for (const seed of seeds) {
      const name = names[seed % names.length] ?? ''
      die.start(Math.floor(seed / names.length))
      trace.push(name)
      await (more[name] ?? acts[name])?.(world)
      await world.check(!die.rarely(4))
      if (!die.rarely(4)) world.show()
      goOn()
    }
    counts = false
    trace.push('finish')
    await finish(world)
    goOn()
  } finally {
    world.end()
  }
}
