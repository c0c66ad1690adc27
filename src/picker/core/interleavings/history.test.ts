import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { historyActs } from './historyActs.testing.ts'
import { run, type Tally } from './run.testing.ts'

vi.mock('../../memory/index.ts', () => import('../memory.testing.ts'))

const tally: Tally = {}
const steps = fc.array(fc.nat(2 ** 31 - 1), { minLength: 6, maxLength: 20, size: 'max' })

it.each([1, 2])(
  'moves nothing that was shown and holds up no dial, whenever history answers (part %i)',
  async (seed) => {
    const property = fc.asyncProperty(steps, (seeds) => run(seeds, tally, historyActs))
    await fc.assert(property, { seed, numRuns: 5000 })
  },
  300_000,
)

/** Half of what happens with these seeds. */
const least: Tally = {
  heard: 9000,
  'told before the pick': 1100,
  'told before sight': 130,
  'told between sight and press': 690,
  'told while checking': 360,
  'told while warned': 210,
  'told while calling': 330,
  'unheard because it is used up': 280,
  'reactions to history': 360,
}

it('was told at every moment, and not just once', () => {
  for (const [what, times] of Object.entries(least)) {
    expect(tally[what] ?? 0, what).toBeGreaterThan(times)
  }
})
