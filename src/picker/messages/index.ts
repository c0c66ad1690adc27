import type { MessageOverrides, Messages } from './messages.ts'

export { enUS } from './en-US.ts'
export type { Explanation, MessageOverrides, Messages } from './messages.ts'
export { zhCN } from './zh-CN.ts'

/** The texts of a language, some of them replaced by the host's own. */
export function withOwn(language: Messages, own: MessageOverrides = {}): Messages {
  const { matches, outcomes, problems } = language
  return {
    ...language,
    ...own,
    matches: { ...matches, ...own.matches },
    outcomes: { ...outcomes, ...own.outcomes },
    problems: { ...problems, ...own.problems },
  }
}
