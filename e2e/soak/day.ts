import fc from 'fast-check'
import { cloudFaults, type Fault, hang, oddAnswers, wayFaults } from './faults.ts'
import type { Host } from './page.ts'

/** Customers of a day; some call again, and the picker remembers which caller they saw. */
const CUSTOMERS = 300

/** One customer, from the number's arrival until nothing is left to do. */
export interface Pick {
  kind: 'mobile' | 'landline'
  way:
    | 'pastes a number'
    | 'pastes a number written with +86'
    | 'types a number'
    | 'clicks a number to dial'
  fault: Fault | null
  /** What the agent does while the answer is on its way. */
  meanwhile:
    | 'nothing'
    | 'another number first'
    | 'ticks a group'
    | 'looks at another tab'
    | 'presses Enter'
    | 'is offline'
  /** What the agent does with the callers. */
  choice:
    | 'the first'
    | 'by arrows'
    | 'by Alt and a digit'
    | 'from all numbers'
    | 'after more'
    | 'after a pin'
    | 'after other groups'
    | 'after another tab'
    | 'once it may'
  press: 'Enter' | 'Enter twice' | 'a click' | 'a double click' | 'the space bar'
  /** What the agent does while the guard checks, or is told. */
  change: 'nothing' | 'another number' | 'another caller' | 'other groups' | 'Esc' | 'another tab'
  /** What the agent answers to a warning. */
  answer: 'confirms' | 'confirms by Enter' | 'cancels' | 'takes it back by Esc'
  host: PickHost
  /** A number to draw by: which caller, which group. */
  die: number
}

type PickHost = Omit<Host, 'dialDisabled' | 'opened'> & { opensAnew: boolean }

/** Mostly the first. */
function mostly<Value>(usual: Value, weight: number, ...others: readonly Value[]) {
  return fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    { weight: 100 - weight, arbitrary: fc.constantFrom(...others) },
  )
}

const fault: fc.Arbitrary<Fault | null> = fc.oneof(
  { weight: 600, arbitrary: fc.constant(null) },
  { weight: 150, arbitrary: fc.constantFrom(...oddAnswers) },
  { weight: 100, arbitrary: fc.constantFrom(...cloudFaults) },
  { weight: 147, arbitrary: fc.constantFrom(...wayFaults) },
  { weight: 3, arbitrary: fc.constant(hang) },
)

const pick: fc.Arbitrary<Pick> = fc.record<Pick>({
  kind: mostly('mobile', 90, 'landline'),
  way: mostly(
    'pastes a number',
    60,
    'pastes a number written with +86',
    'types a number',
    'clicks a number to dial',
  ),
  fault,
  meanwhile: mostly(
    'nothing',
    80,
    'another number first',
    'another number first',
    'ticks a group',
    'looks at another tab',
    'presses Enter',
    'is offline',
  ),
  choice: mostly(
    'the first',
    60,
    'by arrows',
    'by Alt and a digit',
    'from all numbers',
    'after more',
    'after a pin',
    'after other groups',
    'after another tab',
    'once it may',
  ),
  press: mostly('Enter', 60, 'Enter twice', 'a click', 'a double click', 'the space bar'),
  change: mostly(
    'nothing',
    40,
    'another number',
    'another caller',
    'other groups',
    'Esc',
    'another tab',
  ),
  answer: mostly('confirms', 40, 'confirms by Enter', 'cancels', 'takes it back by Esc'),
  host: fc.record({
    guard: mostly<Host['guard']>(
      'none',
      50,
      'passes',
      'is slow',
      'is slow',
      'warns',
      'refuses',
      'rejects',
      'never answers',
    ),
    call: mostly<Host['call']>('ends', 80, 'lasts', 'fails'),
    aborts: mostly<Host['aborts']>('heeds', 50, 'ignores'),
    locale: mostly<Host['locale']>('zh-CN', 90, 'en-US'),
    theme: mostly<Host['theme']>('auto', 90, 'light', 'dark'),
    density: mostly<Host['density']>('comfortable', 90, 'compact'),
    maskCallee: mostly(false, 90, true),
    opensAnew: mostly(false, 98, true),
  }),
  die: fc.noBias(fc.nat(999)),
})

/** The picks of a day; the same seed gives the same day. */
export function planDay(seed: number, picks: number): readonly Pick[] {
  return fc.sample(pick, { seed, numRuns: picks })
}

/** The full number of the customer of this pick; the next one is somebody else. */
export function calleeOf({ kind, fault }: Pick, position: number): string {
  if (fault && 'callee' in fault) return fault.callee
  const customer = String((position * 7) % CUSTOMERS).padStart(4, '0')
  return kind === 'mobile' ? `1381234${customer}` : `0216133${customer}`
}
