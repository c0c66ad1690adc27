import { enUS } from './en-US.ts'
import type { MessageOverrides, Messages } from './messages.ts'
import { zhCN } from './zh-CN.ts'

export type { MessageOverrides, Messages } from './messages.ts'

/** The languages that the picker speaks. */
export type Locale = 'zh-CN' | 'en-US'

export const messages: Readonly<Record<Locale, Messages>> = { 'zh-CN': zhCN, 'en-US': enUS }

/** The words of a language, with a host's own in place of some. */
export function messagesOf(locale: Locale, own: MessageOverrides = {}): Messages {
  const { matches, keys, problems, ...words } = messages[locale]
  return {
    ...words,
    ...own,
    matches: { ...matches, ...own.matches },
    keys: { ...keys, ...own.keys },
    problems: { ...problems, ...own.problems },
  }
}
