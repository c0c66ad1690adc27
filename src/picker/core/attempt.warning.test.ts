import { describe, expect, it, vi } from 'vitest'
import { attemptTo, draft } from './attempt.testing.ts'
import type { AttemptTerms } from './attempt.ts'
import { settled } from './clock.testing.ts'
import { later } from './picker.testing.ts'

describe('a warning', () => {
  async function warned(some: Partial<AttemptTerms> = {}) {
    const parts = attemptTo({ guard: () => ({ warn: 'Late.' }), ...some })
    parts.attempt.start()
    await settled()
    return parts
  }

  it('is ready for an answer 400 ms after it was on the screen', async () => {
    const { attempt, clock, states } = await warned()
    const warning = { status: 'warned', draft, reason: 'Late.' }
    await clock.pass(1000)
    expect(states.at(-1)).toEqual({ ...warning, ready: false })
    attempt.warningShown()
    await clock.pass(399)
    expect(states.at(-1)).toEqual({ ...warning, ready: false })
    await clock.pass(1)
    expect(states.at(-1)).toEqual({ ...warning, ready: true })
  })

  it('is not confirmed before that, however often it was drawn', async () => {
    const { attempt, clock, onDial } = await warned()
    attempt.confirm(clock.now() + 10_000)
    attempt.warningShown()
    await clock.pass(300)
    attempt.warningShown()
    attempt.confirm(clock.now() + 99)
    expect(onDial).not.toHaveBeenCalled()
    expect(attempt.isRead(clock.now() + 99)).toBe(false)
    expect(attempt.isRead(clock.now() + 100)).toBe(true)
    attempt.confirm(clock.now() + 100)
    expect(onDial).toHaveBeenCalledTimes(1)
  })

  it('is confirmed once, and does not come back while the call is made', async () => {
    const onDial = vi.fn(() => later().promise)
    const { attempt, clock, statuses } = await warned({ onDial })
    attempt.warningShown()
    await clock.pass(400)
    attempt.confirm(clock.now())
    attempt.warningShown()
    await clock.pass(1000)
    attempt.confirm(clock.now())
    expect(statuses()).toBe('checking warned warned calling')
    expect(onDial).toHaveBeenCalledTimes(1)
  })

  it('is not confirmed any more once it was taken back', async () => {
    const { attempt, clock, statuses, onDial } = await warned()
    attempt.warningShown()
    attempt.end()
    await clock.pass(400)
    attempt.confirm(clock.now())
    expect(onDial).not.toHaveBeenCalled()
    expect(statuses()).toBe('checking warned')
  })

  it('is not drawn again as ready while the call is made that confirmed it in time', async () => {
    const { attempt, clock, statuses } = await warned({ onDial: () => later().promise })
    attempt.warningShown()
    // The press came in time, and the page's timer is late.
    attempt.confirm(clock.now() + 400)
    await clock.pass(1000)
    expect(statuses()).toBe('checking warned calling')
  })
})
