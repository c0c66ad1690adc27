import type { LastCaller, Remembered } from './memory.ts'

/** Checks what was read from storage; null if it does not have the expected shape. */
export function readRemembered(value: unknown): Remembered | null {
  if (!isRecord(value)) return null
  const { salt, enabled, lastCallers, skillGroupIds, pins } = value
  return typeof salt === 'string' &&
    salt !== '' &&
    typeof enabled === 'boolean' &&
    Array.isArray(lastCallers) &&
    lastCallers.every(isLastCaller) &&
    (skillGroupIds === null || isTexts(skillGroupIds)) &&
    isTexts(pins)
    ? { salt, enabled, lastCallers, skillGroupIds, pins }
    : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isLastCaller(value: unknown): value is LastCaller {
  return (
    isRecord(value) &&
    typeof value.customer === 'string' &&
    typeof value.caller === 'string' &&
    typeof value.at === 'number'
  )
}
