import type { MessageOverrides, Messages } from './messages.ts'

export { enUS } from './en-US.ts'
export type { Explanation, Locale, MessageOverrides, Messages } from './messages.ts'
export { zhCN } from './zh-CN.ts'

/** The words of a language, with a host's own in place of some. */
export function withOwn(language: Messages, own: MessageOverrides = {}): Messages {
  const { matches, keys, problems } = language
  return {
    ...language,
    ...own,
    matches: { ...matches, ...own.matches },
    keys: { ...keys, ...own.keys },
    problems: { ...problems, ...own.problems },
  }
}
