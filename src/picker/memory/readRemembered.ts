/** What is kept in the browser for one agent of one instance. */
export interface Remembered {
  salt: string
  /** The agent's own switch. */
  enabled: boolean
  /** Newest first. */
  lastCallers: readonly LastCaller[]
  /** Null until the agent has chosen groups. */
  skillGroupIds: readonly string[] | null
  /** Numbers that come first wherever they are offered. */
  pins: readonly string[]
}

/** The caller that a customer saw last. */
export interface LastCaller {
  /** See `customerKey`. */
  customer: string
  caller: string
  /** Milliseconds since 1970. */
  at: number
}

/** What a memory holds that was never read, as on a server. */
export const nothingRemembered: Remembered = {
  salt: '',
  enabled: true,
  lastCallers: [],
  skillGroupIds: null,
  pins: [],
}

const LONGEST = 90 * 24 * 60 * 60 * 1000

/** A time from the future comes from a clock that was wrong, and would never expire otherwise. */
export function isCurrent({ at }: LastCaller, now: number): boolean {
  return at <= now && now - at < LONGEST
}

/**
 * Reads what storage holds, field by field: one that is damaged must not cost the agent the others, least of all
 * the switch. Customers are of no use without their salt; then both begin anew.
 */
export function readRemembered(text: string | null, newSalt: string, now: number): Remembered {
  const { salt, enabled, lastCallers, skillGroupIds, pins } = parse(text)
  const salted = typeof salt === 'string' && salt !== ''
  return {
    salt: salted ? salt : newSalt,
    enabled: enabled !== false,
    lastCallers: itemsOf(salted && lastCallers)
      .filter(isLastCaller)
      .filter((last) => isCurrent(last, now)),
    skillGroupIds:
      Array.isArray(skillGroupIds) && skillGroupIds.every(isText) ? skillGroupIds : null,
    pins: itemsOf(pins).filter(isText),
  }
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isLastCaller(value: unknown): value is LastCaller {
  return (
    isRecord(value) &&
    isText(value.customer) &&
    isText(value.caller) &&
    typeof value.at === 'number'
  )
}
