import { type Act, agentActs } from './agentActs.testing.ts'
import type { Hook } from './hook.testing.ts'
import { hostActs, worldActs } from './otherActs.testing.ts'

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
export const react: Act = (world) => {
  const name = world.die.any(within) ?? ''
  const act = agentActs[name] ?? hostActs[name] ?? worldActs[name]
  const hook = world.die.one(hooks)
  world.trace.push(`(${name} on ${hook})`)
  world.reaction = { hook, act: () => void act?.(world) }
}
