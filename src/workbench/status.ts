import type { Locale } from '../picker/index.ts'

/** The one state in which an agent may dial. */
const IDLE = 3

/** The other states of SDK 2.x, in Chinese and in English. */
const states: Readonly<Record<number, readonly [chinese: string, english: string]>> = {
  [-1]: ['未注册', 'not registered'],
  0: ['注册中', 'registering'],
  1: ['离线', 'offline'],
  2: ['小休中', 'on a break'],
  5: ['话后处理中', 'in wrap-up'],
  6: ['来电振铃中', 'a call is ringing'],
  8: ['拨号中', 'dialing'],
  9: ['呼入通话中', 'on an inbound call'],
  10: ['呼出通话中', 'on an outbound call'],
  11: ['内部通话中', 'on an internal call'],
  12: ['通话保持中', 'a call is on hold'],
  16: ['三方通话中', 'on a three-way call'],
  17: ['咨询中', 'consulting'],
  20: ['辅助中', 'on an assisted call'],
  21: ['监听中', 'monitoring a call'],
}

/** Why an agent may not dial in a state; false if there is no reason not to. */
export function reasonNotToDial(code: number, locale: Locale): false | string {
  if (code === IDLE) return false
  const [chinese, english] = states[code] ?? [`未知状态（${code}）`, `unknown state (${code})`]
  return locale === 'en-US' ? `Cannot dial: ${english}` : `${chinese}，不能外呼`
}
