import type { Locale } from '../picker/index.ts'
import type { Source } from './source.ts'

/** The words of the desktop around the picker. */
interface Words {
  desktop: string
  sources: Record<Source['cloud'], string>
  gallery: string
  code: string
  faults: string
  explorer: string
  /** The page in the other language, in that language. */
  otherLanguage: string
  customers: string
  customersHint: string
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
}

export const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    desktop: '坐席工作台',
    sources: {
      simulated: '模拟云联络中心 · 经代理签名请求',
      real: '真实云联络中心',
    },
    gallery: '组件示例',
    code: '嵌入代码',
    faults: '故障演示',
    explorer: 'API 调试',
    otherLanguage: 'English',
    customers: '今日待回访',
    customersHint: '点号码即填入面板；也可复制后粘贴。按 Enter 拨打。',
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
  },
  'en-US': {
    desktop: 'Agent desktop',
    sources: {
      simulated: 'Simulated cloud, through the signing proxy',
      real: 'Real Cloud Call Center',
    },
    gallery: 'Gallery',
    code: 'Get the code',
    faults: 'Faults',
    explorer: 'API explorer',
    otherLanguage: '中文',
    customers: 'To call today',
    customersHint: 'Click a number to put it into the picker, or copy and paste it. Enter dials.',
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
  },
}
