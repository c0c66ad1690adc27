import type { PlacedNumber } from '../ccc/index.ts'
import { type CallerNote, callFrequency, callingHours, type DialGuard } from '../picker/index.ts'
import type { Settings } from './settings.ts'
import type { Words } from './words.ts'

/** What this desktop's guard decides about a call, by setting; undefined without a guard. */
export function guardOf(guard: Settings['guard'], words: Words): DialGuard | undefined {
  const guards: Record<Settings['guard'], DialGuard | undefined> = {
    none: undefined,
    hours: callingHours(),
    frequency: callFrequency({ countCalls: (callee) => callsToday(callee) }),
    warn: () => ({ warn: words.guard.warn }),
    refuse: () => ({ refuse: words.guard.refuse }),
    hang: () => new Promise(() => {}),
  }
  return guards[guard]
}

/** A host would ask its call records; here every callee that ends in 8 was called three times. */
function callsToday(callee: string): number {
  return callee.endsWith('8') ? 3 : 0
}

/** How often a caller was used today, as a host would know: made up from its last digit. */
export function annotate(words: Words): (caller: PlacedNumber) => CallerNote | undefined {
  return ({ number }) => {
    if (/[01]$/.test(number)) return { disabled: words.notes.limit }
    if (/[4-6]$/.test(number)) return { note: words.notes.used, tone: 'good' }
    return /[7-9]$/.test(number) ? { note: words.notes.used, tone: 'plain' } : undefined
  }
}

/** Why an agent in this state cannot dial; false if they can. */
export function dialDisabledAs(agent: Settings['agent'], words: Words): false | string {
  return agent === 'idle' ? false : words.cannotDial[agent]
}
