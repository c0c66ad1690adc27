import type { Locale } from '../picker/index.ts'

/** The one state in which an agent may dial. */
const IDLE = 3

const reasons: Readonly<Record<Locale, Readonly<Record<number, string>>>> = {
  'zh-CN': {
    [-1]: '软电话未注册',
    0: '软电话正在注册',
    1: '您已离线',
    2: '您在小休',
    5: '话后处理中',
    6: '来电振铃中',
    8: '正在拨号',
    9: '呼入通话中',
    10: '呼出通话中',
    11: '内部通话中',
    12: '通话保持中',
    16: '正在发起三方通话',
    17: '咨询通话中',
    20: '正在接受辅助',
    21: '正在监听',
  },
  'en-US': {
    [-1]: 'the softphone is not registered',
    0: 'the softphone is registering',
    1: 'you are offline',
    2: 'you are on a break',
    5: 'you are in wrap-up',
    6: 'a call is ringing',
    8: 'a call is being dialed',
    9: 'you are on an inbound call',
    10: 'you are on an outbound call',
    11: 'you are on an internal call',
    12: 'a call is on hold',
    16: 'a third party is being called',
    17: 'you are consulting',
    20: 'you are being helped',
    21: 'you are monitoring a call',
  },
}

/** Whether an agent may dial in a state of SDK 2.x: true, or the reason why not. */
export function canDialIn(code: number, locale: Locale): true | string {
  if (code === IDLE) return true
  const reason = reasons[locale][code]
  return locale === 'zh-CN'
    ? `${reason ?? `当前状态（${code}）`}，不能外呼`
    : `Cannot dial: ${reason ?? `the softphone is in state ${code}`}`
}
