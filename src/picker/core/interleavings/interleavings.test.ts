import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { run, type Tally } from './run.testing.ts'

vi.mock('../../memory/index.ts', () => import('../memory.testing.ts'))

const tally: Tally = {}
const steps = fc.array(fc.nat(2 ** 31 - 1), { minLength: 6, maxLength: 20, size: 'max' })

// In parts, so that none of them takes long.
it.each([1, 2, 3, 4])(
  'dials what is shown, once, in whatever order everything happens (part %i)',
  async (seed) => {
    const property = fc.asyncProperty(steps, (seeds) => run(seeds, tally))
    await fc.assert(property, { seed, numRuns: 5000 })
  },
  300_000,
)

/** Half of what happens with these seeds. A run ends with one more call, which is not counted. */
const least: Tally = {
  heard: 19_000,
  'dialed without a guard': 1300,
  'dialed allow': 4000,
  'dialed warn': 1200,
  'checking ended: the draft changed': 1900,
  'checking ended: not allowed': 350,
  'checking ended: unmounted': 350,
  'checking ended: late': 30,
  'allow ended: the draft changed': 400,
  'allow ended: not allowed': 300,
  'allow ended: unmounted': 15,
  'warn ended: the draft changed': 1800,
  'warn ended: not allowed': 550,
  'warn ended: unmounted': 300,
  'warn ended: pressed again': 3000,
  'warn ended: cancelled': 50,
  'unheard because it repeats the last': 2500,
  'unheard because another is checked': 5500,
  'unheard because another is under way': 1400,
  'unheard because a warning waits': 150,
  'unheard because it was not shown': 2000,
  'unheard because it was not meant': 550,
  'unheard because it is disabled': 650,
  'unheard because it is unmounted': 100,
  'reactions to calling': 300,
  'reactions to checking': 230,
  'reactions to warned': 160,
  'reactions to change': 280,
  'reactions to select': 220,
  'reactions to guard': 220,
  'reactions to dial': 130,
  'reactions to abort': 190,
  'reactions to transport': 120,
}

it('has been everywhere, and not just once', () => {
  for (const [what, times] of Object.entries(least)) {
    expect(tally[what] ?? 0, what).toBeGreaterThan(times)
  }
})
