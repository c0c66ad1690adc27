import type { DialGuard, Locale } from '../core/index.ts'

export interface CallLimit {
  /** Calls that are allowed within the window. */
  calls: number
  /** The window, in minutes up to now. */
  minutes: number
}

export interface CallFrequencyOptions {
  /** Returns how often a callee was called in the last minutes, from the host's records. */
  countCalls: (callee: string, minutes: number, signal: AbortSignal) => number | Promise<number>
  /** Default: at most 5 calls in 24 hours and 3 in 5 minutes. */
  limits?: readonly CallLimit[]
  /** What happens at the limit. Default `refuse`. */
  atLimit?: 'refuse' | 'warn'
}

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

/** A guard against calling one customer too often. */
export function callFrequency({
  countCalls,
  limits = usual,
  atLimit = 'refuse',
}: CallFrequencyOptions): DialGuard {
  return async ({ callee }, { signal, locale }) => {
    const counts = await Promise.all(
      limits.map(({ minutes }) => countCalls(callee, minutes, signal)),
    )
    for (const [index, { calls, minutes }] of limits.entries()) {
      const counted = counts[index] ?? 0
      if (counted < calls) continue
      const reason = reasons[locale](counted, minutes)
      return atLimit === 'warn' ? { warn: reason } : { refuse: reason }
    }
    return undefined
  }
}
