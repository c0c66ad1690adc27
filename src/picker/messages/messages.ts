import type { CalleeReading, CccErrorKind, Match } from '../../ccc/index.ts'

type Incomplete = Extract<CalleeReading, { state: 'incomplete' }>
type Invalid = Extract<CalleeReading, { state: 'invalid' }>

/** The languages that come with the picker. */
export type Locale = 'zh-CN' | 'en-US'

/** Every text that the picker shows or announces, in one language. */
export interface Messages {
  /**
   * The language, for screen readers and for guards. Texts in a third language name whichever of the two
   * their readers know better.
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
  matches: Record<Match, string>
  /** Shown where the candidates will be. */
  invitation: string
  /** What the keys ↑ ↓ do. */
  choose: string
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
  /** Label of the agent's switch for remembering customers. */
  remember: string
  checking: string
  /** The callee is already formatted. */
  dialing: (callee: string) => string
  /** While the call to another number is being made. */
  stillDialing: string
  dialFailed: string
  refused: string
  /** Two lines, as in `problems`. */
  unchecked: string
  dialAnyway: string
  cancel: string
  cannotDial: string
  /** On the first line what happened, on the second what the agent can do about it. */
  problems: Record<CccErrorKind, string>
  requestId: string
  copy: string
  copied: string
}

/** A host's own texts, replacing some of the picker's. */
export type MessageOverrides = Partial<Omit<Messages, 'locale' | 'matches' | 'problems'>> & {
  [Group in 'matches' | 'problems']?: Partial<Messages[Group]>
}
