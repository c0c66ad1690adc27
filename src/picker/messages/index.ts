import { enUS } from './en-US.ts'
import type { Messages } from './messages.ts'
import { zhCN } from './zh-CN.ts'

export type { Messages } from './messages.ts'

/** The languages that the picker speaks. */
export type Locale = 'zh-CN' | 'en-US'

export const messages: Readonly<Record<Locale, Messages>> = { 'zh-CN': zhCN, 'en-US': enUS }
