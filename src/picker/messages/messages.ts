import type { CalleeReading, CallOutcome, CccErrorKind, PlaceMatch } from '../../ccc/index.ts'
import type { Locale } from '../core/index.ts'

type Reading<State> = Extract<CalleeReading, { state: State }>

/** What went wrong, in the agent's words. */
export interface Explanation {
  /** What happened, without a full stop. */
  title: string
  /** What the agent can do about it; `''` for nothing. */
  advice: string
}

/** Every text that the picker shows or announces, in one language. */
export interface Messages {
  /** The language of the texts as a BCP 47 tag, such as `zh-Hant`: browsers and screen readers go by it. */
  lang: string
  /** The language in which guards give their reasons, the one of these two that the readers know better. */
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
  matches: Record<PlaceMatch, string>
  /** Shown where the candidates will be. */
  invitation: string
  /** What the keys ↑ ↓ do. */
  choose: string
  incomplete: (reading: Reading<'incomplete'>) => string
  invalid: (reading: Reading<'invalid'>) => string
  /** Several numbers were pasted at once. */
  several: (reading: Reading<'several'>) => string
  /** Takes the first of them; the number is already formatted. */
  takeFirst: (number: string) => string
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
  answeredLast: string
  /** How earlier calls ended. */
  outcomes: Record<CallOutcome, string>
  /** The last call to this callee: when, already in words; the caller, already formatted; how it ended. */
  lastCall: (when: string, caller: string, outcome: string) => string
  /** What is known of earlier calls could not be had; a word. */
  noHistory: string
  /** How often a caller called today, and how many of these calls were answered, in percent. */
  today: (dialed: number, answered: number) => string
  /** Why a caller that called so often today cannot be chosen. */
  capped: (dialed: number) => string
  /** Why it cannot be dialed, if it was selected before that was known. */
  cappedAdvice: string
  /** Label of the agent's switch for remembering customers. */
  remember: string
  checking: string
  /** The callee is already formatted. */
  dialing: (callee: string) => string
  /** While the call to another number is being made. */
  stillDialing: string
  dialFailed: string
  refused: string
  /** The host's check took too long. */
  unchecked: Explanation
  dialAnyway: string
  cancel: string
  cannotDial: string
  /** What each kind of error says. */
  problems: Record<CccErrorKind, Explanation>
  /** An error that is none of these kinds: a fault in a program. */
  unexpected: Explanation
  requestId: string
  copy: string
  copied: string
}

/** A host's own texts, replacing some of the picker's. */
export type MessageOverrides = Partial<
  Omit<Messages, 'lang' | 'locale' | 'matches' | 'outcomes' | 'problems'>
> & {
  [Group in 'matches' | 'outcomes' | 'problems']?: Partial<Messages[Group]>
}
