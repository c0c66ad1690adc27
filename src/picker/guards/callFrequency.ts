import { misuse } from '../../client/index.ts'
import type { DialGuard, Locale } from '../core/index.ts'
import { type Count, countRecorded, type Recorded } from './countRecorded.ts'

export interface CallLimit {
  /** Calls that are allowed within the window. */
  calls: number
  /** The window, in minutes up to now. */
  minutes: number
}

interface Limits {
  /** Default: at most 5 calls in 24 hours and 3 in 5 minutes. */
  limits?: readonly CallLimit[]
  /** What happens at the limit. Default `refuse`. */
  atLimit?: 'refuse' | 'warn'
}

interface Counted {
  /** Returns how often a callee was called in the last minutes, from the host's records. */
  countCalls: (callee: string, minutes: number, signal: AbortSignal) => number | Promise<number>
}

export type CallFrequencyOptions = Limits & (Counted | Recorded)

const usual: readonly CallLimit[] = [
  { calls: 3, minutes: 5 },
  { calls: 5, minutes: 24 * 60 },
]

const times = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

const reasons: Readonly<Record<Locale, (counted: number, minutes: number) => string>> = {
  'zh-CN': (counted, minutes) => {
    const window = minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
    return `${window}内已呼叫该客户 ${counted} 次，已达上限。`
  },
  'en-US': (counted, minutes) => {
    const window = minutes % 60 === 0 ? times(minutes / 60, 'hour') : times(minutes, 'minute')
    return `Called ${times(counted, 'time')} within ${window}; that is the limit.`
  },
}

const unknown: Readonly<Record<Locale, string>> = {
  'zh-CN': '暂时查不到该客户已被呼叫几次。',
  'en-US': 'How often this customer has been called is not known right now.',
}

/**
 * A guard against calling one customer too often.
 *
 * @example
 * callFrequency({ history, strict: true })
 *
 * @throws {TypeError} without anything that counts, and for a window that `history` does not count
 */
export function callFrequency(options: CallFrequencyOptions): DialGuard {
  requireCounter(options)
  const { limits = usual, atLimit = 'refuse' } = options
  const windows = limits.map(({ minutes }) => minutes)
  const strict = 'history' in options && options.strict === true
  const count = 'history' in options ? countRecorded(options, windows) : countOwn(options, windows)

  return async (draft, context) => {
    const { counts, isKnown } = await count(draft, context)
    for (const [index, { calls, minutes }] of limits.entries()) {
      const counted = counts[index] ?? 0
      if (counted < calls) continue
      const reason = reasons[context.locale](counted, minutes)
      return atLimit === 'warn' ? { warn: reason } : { refuse: reason }
    }
    return strict && !isKnown ? { warn: unknown[context.locale] } : undefined
  }
}

/** A page in JavaScript may leave them out, and every call would be refused. */
function requireCounter(options: { countCalls?: unknown; history?: unknown } = {}): void {
  const { countCalls, history } = options
  if (history instanceof Object || typeof countCalls === 'function') return
  throw misuse(
    'callFrequency',
    'countCalls',
    countCalls,
    'Pass countCalls, a function that counts calls in your records, or history.',
  )
}

function countOwn({ countCalls }: Counted, windows: readonly number[]): Count {
  return async ({ callee }, { signal }) => ({
    counts: await Promise.all(windows.map((minutes) => countCalls(callee, minutes, signal))),
    isKnown: true,
  })
}
