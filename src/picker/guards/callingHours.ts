import type { DialGuard, Locale } from '../core/index.ts'

/** The hours in which customers may be called. */
export interface CallingHoursOptions {
  /** First minute in which calls are allowed. Default `08:00`. */
  from?: string
  /** First minute in which they are no longer allowed. Default `21:00`. */
  to?: string
  /** IANA name of the hours' time zone. Default `Asia/Shanghai`, where all callees are. */
  timeZone?: string
  /** Returns milliseconds since 1970. Default: the browser's clock. */
  now?: () => number
}

const reasons: Readonly<Record<Locale, (from: string, to: string, time: string) => string>> = {
  'zh-CN': (from, to, time) => `当前时间 ${time}，仅可在 ${from}–${to} 之间外呼。`,
  'en-US': (from, to, time) => `It is ${time}; calls are allowed from ${from} to ${to} only.`,
}

/**
 * A guard that refuses calls outside the hours in which customers may be called. If `from` is later than
 * `to`, the hours span midnight.
 *
 * @example
 * callingHours({ from: '09:00', to: '20:30' })
 *
 * @throws {TypeError} for hours that are not written as `08:00`; {RangeError} for an unknown time zone
 */
export function callingHours({
  from = '08:00',
  to = '21:00',
  timeZone = 'Asia/Shanghai',
  now = Date.now,
}: CallingHoursOptions = {}): DialGuard {
  for (const [name, time] of Object.entries({ from, to })) {
    if (/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) continue
    throw new TypeError(`callingHours: ${name} is "${time}". Write it as "08:00".`)
  }
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (_draft, { locale }) => {
    const time = clock.format(now())
    // Times in this form can be compared as text.
    const allowed = from <= to ? from <= time && time < to : from <= time || time < to
    return allowed ? undefined : { refuse: reasons[locale](from, to, time) }
  }
}
