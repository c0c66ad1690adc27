import type { DialDraft } from '../draft.ts'
import type { Locale } from '../messages/index.ts'

/**
 * What a guard decides about a call before it is made: nothing or true allows it, `warn` asks the agent to
 * confirm, `refuse` or false stops it. Reasons are shown as they are.
 */
export type Verdict = undefined | boolean | { warn: string } | { refuse: string }

export interface GuardContext {
  /** Aborted when the number, the caller or the groups change, or the picker goes away. */
  signal: AbortSignal
  /** The language in which reasons are given. */
  locale: Locale
}

/** Checks a call before it is made. A guard that throws refuses the call. */
export type DialGuard = (draft: DialDraft, context: GuardContext) => Verdict | Promise<Verdict>

/**
 * Combines several guards into one that asks them in order. The first refusal stops the rest; warnings are
 * collected.
 */
export function allGuards(...guards: readonly DialGuard[]): DialGuard {
  return async (draft, context) => {
    const warnings: string[] = []
    for (const guard of guards) {
      const verdict = (await guard(draft, context)) ?? true
      if (verdict === true) continue
      if (verdict === false || 'refuse' in verdict) return verdict
      warnings.push(verdict.warn)
    }
    return warnings.length > 0 ? { warn: warnings.join('\n') } : undefined
  }
}
