import { vi } from 'vitest'
import { type AttemptTerms, createAttempt, type DialState } from './attempt.ts'
import { startClock } from './clock.testing.ts'

export const draft = { callee: '1', caller: '2', skillGroupIds: ['a'], requestId: 'r' }

/** An attempt whose states are collected. */
export function attemptTo(some: Partial<AttemptTerms> = {}) {
  const clock = startClock()
  const states: DialState[] = []
  const onDial = vi.fn<AttemptTerms['onDial']>()
  const terms: AttemptTerms = {
    clock,
    guard: undefined,
    guardTimeout: 5000,
    context: { locale: 'zh-CN' },
    stands: () => true,
    onDial,
    become: (state) => void states.push(state),
    ...some,
  }
  const attempt = createAttempt(draft, terms)
  const statuses = () => states.map(({ status }) => status).join(' ')
  return { attempt, clock, states, statuses, onDial }
}
