import type { CalleeReading, CccErrorKind, Match } from '../../ccc/index.ts'

type Incomplete = Extract<CalleeReading, { state: 'incomplete' }>
type Invalid = Extract<CalleeReading, { state: 'invalid' }>

/** What happened, and what the agent can do about it. */
export interface Explanation {
  title: string
  advice: string
}

/** The languages that come with the picker. */
export type Locale = 'zh-CN' | 'en-US'

/** Every word that the picker says, in one language. */
export interface Messages {
  /**
   * Which language it is, for screen readers and for guards. Words in a third language name the one of
   * the two that their readers know better.
   */
  locale: Locale
  callee: string
  calleePlaceholder: string
  clear: string
  skillGroups: string
  skillGroupIds: string
  skillGroupIdsPlaceholder: string
  loadingSkillGroups: string
  noSkillGroups: string
  chooseSkillGroup: string
  callers: string
  dial: string
  retry: string
  matches: Record<Exclude<Match, 'unknown'>, string>
  /** Shown where the candidates will be. */
  invitation: string
  /** What the keys ↑ ↓, Enter and Esc do. */
  keys: { choose: string; dial: string; clear: string }
  incomplete: (reading: Incomplete) => string
  invalid: (reading: Invalid) => string
  extension: (extension: string) => string
  asking: string
  found: (count: number) => string
  nothingFound: string
  nothingFoundAdvice: string
  dropped: (count: number) => string
  more: string
  allNumbers: string
  backToPick: string
  filter: string
  pin: string
  pinned: string
  lastUsed: string
  /** The agent's switch for what is remembered of customers. */
  remember: string
  checking: string
  /** The number comes formatted. */
  dialing: (callee: string) => string
  dialFailed: string
  refused: string
  unchecked: Explanation
  dialAnyway: string
  cancel: string
  cannotDial: string
  problems: Record<CccErrorKind, Explanation>
  requestId: string
  copy: string
  copied: string
}

/** Words of a host's own in place of some of the picker's. */
export type MessageOverrides = Partial<
  Omit<Messages, 'locale' | 'matches' | 'keys' | 'problems'>
> & {
  [Group in 'matches' | 'keys' | 'problems']?: Partial<Messages[Group]>
}
