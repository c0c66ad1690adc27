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
  copy: (number: string) => string
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
    },
    customers: '今日待回访',
    customersHint: '点一下复制号码，粘贴到右侧面板，按 Enter 拨打。',
    odd: '特殊号码',
    oddHint: '被叫这些号码，可看到各种异常结果。',
    copy: (number) => `复制 ${number}`,
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
    },
    customers: 'To call today',
    customersHint: 'Click to copy a number, paste it into the panel, press Enter.',
    odd: 'Special callees',
    oddHint: 'Call one of these to see an answer out of the ordinary.',
    copy: (number) => `Copy ${number}`,
    events: 'Events',
    noEvents: 'What the picker emits appears here.',
  },
}
