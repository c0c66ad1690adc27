import { type Act, someText, writing } from './agentActs.testing.ts'
import { answer } from './answers.testing.ts'
import { groupLists, verdicts } from './host.testing.ts'

/** What happens on the screen, in the cloud, to the page, and as time goes by. */
export const worldActs: Record<string, Act> = {
  show: (world) => world.show(),
  showLate: ({ sight, drawn }) => sight.show(drawn),
  focusFell: ({ sight }) => sight.focusFell(),
  controlsMoved: ({ sight }) => sight.controlsMoved(),
  point: ({ sight, die }) => sight.point(die.one([0, 3, 50]), die.one([0, 5, 50])),
  answer: (world) => {
    const asked = world.cloud.waiting.at(-1)
    if (asked) answer(world, asked, 'offers')
  },
  answerAny: (world) => {
    const asked = world.die.any(world.cloud.waiting)
    const kinds = ['offers', 'others', 'nothing', 'forbidden', 'unavailable'] as const
    if (asked) answer(world, asked, world.die.one(kinds))
  },
  tick: ({ clock }) => clock.pass(1),
  wait: ({ clock, die }) => clock.pass(die.one([10, 60, 200, 399, 400, 401, 500])),
  waitLong: ({ clock, die }) => clock.pass(die.one([1000, 6000])),
  unsubscribe: (world) => world.unsubscribe(),
  remount: (world) => {
    world.unsubscribe()
    world.subscribe()
  },
}

/** What a host does, with telling or without. */
export const hostActs: Record<string, Act> = {
  setCallee: writing((world, text) => {
    world.sight.composing = false
    world.picker.setCallee(text)
  }, someText),
  verdict: ({ host, die }) => host.checks.pop()?.(die.one(verdicts)),
  oldVerdict: ({ host, die }) => host.checks.shift()?.(die.one(verdicts)),
  allow: ({ host }) => host.checks.pop()?.('allow'),
  warn: ({ host }) => host.checks.pop()?.('warn'),
  settle: ({ host, die }) => host.begun.shift()?.(!die.rarely(3)),
  guard: (world) => {
    world.host.guards = world.die.one(['none', 'now', 'later', 'later'])
    world.host.ignoresSignals = world.die.rarely(2)
    world.host.guardTimeout = world.die.one([1000, 5000])
    world.tell()
  },
  guardQuietly: ({ host, die }) => {
    host.guards = die.one(['none', 'now', 'later'])
    host.options.beforeDial = host.guards === 'none' ? undefined : host.guard
  },
  calls: ({ host, die }) => {
    host.calls = die.one(['returns', 'throws', 'rejects', 'resolves', 'later'])
  },
  allowed: (world) => {
    world.host.dialDisabled = world.die.one([false, false, true, 'in a call'])
    world.tell()
  },
  disallow: (world) => {
    world.host.dialDisabled = 'in a call'
    world.tell()
    world.host.dialDisabled = false
    if (world.die.rarely(2)) world.tell()
  },
  allowedQuietly: ({ host, die }) => {
    host.dialDisabled = die.one<boolean | string>([false, 'in a call'])
    host.options.dialDisabled = host.dialDisabled
  },
  groups: (world) => {
    world.host.skillGroups = world.die.one([...groupLists, undefined])
    world.tell()
  },
  groupsQuietly: ({ host, die }) => {
    if (!host.skillGroups) return
    host.skillGroups = die.one(groupLists)
    host.options.skillGroups = host.skillGroups
    host.changedGroupsQuietly = true
  },
  keeps: (world) => {
    const { host, die } = world
    host.keeps = die.one(['nothing', 'nothing', 'obeys', 'insists', 'normalises'])
    host.callee = die.one([world.typed, world.typed, someText(world)])
    world.tell()
  },
  annotate: (world) => {
    const { pick } = world.picker.getSnapshot()
    const rows = pick.state === 'found' ? pick.candidates : []
    const some = rows.filter(() => world.die.rarely(3))
    world.host.disabledCallers = some.map(({ number }) => number)
    world.tell()
  },
  render: (world) => world.tell(),
}
