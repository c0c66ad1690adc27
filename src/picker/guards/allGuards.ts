import type { DialGuard } from '../core/index.ts'

/**
 * Combines several guards into one that asks them in order. The first refusal stops the rest; warnings are
 * collected.
 *
 * @example
 * allGuards(callingHours({ from: '09:00', to: '21:00' }), callFrequency({ history }))
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
