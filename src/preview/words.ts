import type { Locale } from '../picker/index.ts'
import type { Settings } from './settings.ts'
import type { Source } from './source.ts'

/** The words of the desktop around the picker. */
export interface Words {
  title: string
  sources: Record<Source['cloud'], string>
  settings: Record<keyof Settings, string>
  customers: string
  customersHint: string
  odd: string
  oddHint: string
  call: (number: string) => string
  /** Why an agent who is not idle cannot dial. */
  cannotDial: { ringing: string; break: string }
  workbench: {
    title: string
    idle: string
    acts: Record<
      | 'ready'
      | 'break'
      | 'answer'
      | 'hangUp'
      | 'customerCalls'
      | 'customerAnswers'
      | 'customerHangsUp',
      string
    >
  }
  guard: { warn: string; refuse: string }
  notes: { used: string; limit: string }
  events: string
  noEvents: string
}

export const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    title: '坐席工作台',
    sources: {
      simulated: '模拟云呼叫中心 · 经代理签名请求',
      real: '真实云呼叫中心',
      mock: '浏览器内模拟（MSW）',
    },
    settings: {
      source: '数据来源',
      style: '代理返回格式',
      groups: '技能组来源',
      locale: '语言',
      theme: '主题',
      width: '宽度',
      looks: '外观',
      density: '密度',
      keeps: '号码由谁保存',
      mask: '号码脱敏',
      guard: '拨前检查',
      agent: '坐席状态',
      workbench: 'Workbench',
      notes: '号码备注',
      memory: '记忆',
    },
    customers: '今日待回访',
    customersHint: '点号码即填入面板；也可复制后粘贴。按 Enter 拨打。',
    odd: '特殊号码',
    oddHint: '被叫这些号码，可看到各种异常结果。',
    call: (number) => `呼叫 ${number}`,
    cannotDial: { ringing: '来电振铃中，不能外呼', break: '小休中，不能外呼' },
    workbench: {
      title: 'Workbench（模拟）',
      idle: '空闲',
      acts: {
        ready: '就绪',
        break: '小休',
        answer: '接听',
        hangUp: '挂断',
        customerCalls: '客户来电',
        customerAnswers: '客户接听',
        customerHangsUp: '客户挂断',
      },
    },
    guard: { warn: '该客户今天已呼叫 2 次。', refuse: '该客户在免打扰名单中。' },
    notes: { used: '今日 12/50', limit: '已达今日上限 50/50' },
    events: '事件',
    noEvents: '选号和拨打事件会出现在这里。',
  },
  'en-US': {
    title: 'Agent desktop',
    sources: {
      simulated: 'Simulated cloud, through the signing proxy',
      real: 'Real Cloud Call Center',
      mock: 'Simulated in this browser (MSW)',
    },
    settings: {
      source: 'Source',
      style: 'Proxy answers',
      groups: 'Skill groups',
      locale: 'Language',
      theme: 'Theme',
      width: 'Width',
      looks: 'Looks',
      density: 'Density',
      keeps: 'Callee kept by',
      mask: 'Mask callee',
      guard: 'Guard',
      agent: 'Agent',
      workbench: 'Workbench',
      notes: 'Notes',
      memory: 'Memory',
    },
    customers: 'To call today',
    customersHint: 'Click a number to call it, or copy and paste it. Enter dials.',
    odd: 'Special callees',
    oddHint: 'Call one of these to see an answer out of the ordinary.',
    call: (number) => `Call ${number}`,
    cannotDial: {
      ringing: 'Cannot dial: a call is ringing',
      break: 'Cannot dial: you are on a break',
    },
    workbench: {
      title: 'Workbench (simulated)',
      idle: 'Idle',
      acts: {
        ready: 'Ready',
        break: 'Break',
        answer: 'Answer',
        hangUp: 'Hang up',
        customerCalls: 'Customer calls',
        customerAnswers: 'Customer answers',
        customerHangsUp: 'Customer hangs up',
      },
    },
    guard: {
      warn: 'This customer was called twice today.',
      refuse: 'This customer is on the do-not-call list.',
    },
    notes: { used: '12/50 today', limit: 'Daily limit reached, 50/50' },
    events: 'Events',
    noEvents: 'What the picker emits appears here.',
  },
}
