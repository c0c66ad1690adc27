import type { CalleeReading, CallOutcome, CccErrorKind, PlaceMatch } from '../../ccc/index.ts'
import type { Locale } from '../core/index.ts'

/** What is read in this `state`. */
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
  /** Label of the callee field. */
  callee: string
  /** In the empty callee field. */
  calleePlaceholder: string
  /** The button that empties the field. */
  clear: string
  /** Name of the group of checkboxes. */
  skillGroups: string
  /** Label of the field for ids, where there is no list. */
  skillGroupIds: string
  /** In the empty field for ids. */
  skillGroupIdsPlaceholder: string
  /** While the list is loading. */
  loadingSkillGroups: string
  /** The agent is in no skill group that can dial. */
  noSkillGroups: string
  /** No skill group is ticked. */
  chooseSkillGroup: string
  /** Name of the list of candidates. */
  callers: string
  /** The button that dials. */
  dial: string
  /** The button that asks again. */
  retry: string
  /** How near a caller's place is; `''` shows nothing. */
  matches: Record<PlaceMatch, string>
  /** Shown where the candidates will be. */
  invitation: string
  /** What the keys ↑ ↓ do. */
  choose: string
  /** Digits are missing from the number. */
  incomplete: (reading: Reading<'incomplete'>) => string
  /** The text cannot become a number. */
  invalid: (reading: Reading<'invalid'>) => string
  /** Several numbers were pasted at once. */
  several: (reading: Reading<'several'>) => string
  /** Takes the first of them; the number is already formatted. */
  takeFirst: (number: string) => string
  /** An extension was pasted with the number; it is not dialed. */
  extension: (extension: string) => string
  /** While the cloud picks. */
  asking: string
  /** Announces how many candidates there are. */
  found: (count: number) => string
  /** The cloud offers no caller, without a full stop. */
  nothingFound: string
  /** What the agent can do then. */
  nothingFoundAdvice: string
  /** So many entries of the answer could not be read. */
  dropped: (count: number) => string
  /** The button that asks for more candidates. */
  more: string
  /** The button that begins the search through all numbers. */
  allNumbers: string
  /** The button that ends the search. */
  backToPick: string
  /** Label of the field of the search. */
  filter: string
  /** The button that pins the selected caller. */
  pin: string
  /** Marks a caller that the agent pinned. */
  pinned: string
  /** Marks the caller that this customer saw last. */
  lastUsed: string
  /** Marks the caller that this customer answered last. */
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
  /** While the host's guard checks the call. */
  checking: string
  /** The callee is already formatted. */
  dialing: (callee: string) => string
  /** While the call to another number is being made. */
  stillDialing: string
  /** `onDial` threw or rejected; the reason follows. */
  dialFailed: string
  /** The guard refused; its reason follows. */
  refused: string
  /** The host's check took too long. */
  unchecked: Explanation
  /** The button that dials in spite of a warning. */
  dialAnyway: string
  /** The button that takes back a call that was warned about. */
  cancel: string
  /** While the host gives no reason why the agent cannot dial. */
  cannotDial: string
  /** What each kind of error says. */
  problems: Record<CccErrorKind, Explanation>
  /** An error that is none of these kinds: a fault in a program. */
  unexpected: Explanation
  /** Stands before the request id below an error. */
  requestId: string
  /** The button that copies it. */
  copy: string
  /** The same, once it is copied. */
  copied: string
}

/** A host's own texts, replacing some of the picker's. */
export type MessageOverrides = Partial<
  Omit<Messages, 'lang' | 'locale' | 'matches' | 'outcomes' | 'problems'>
> & {
  [Group in 'matches' | 'outcomes' | 'problems']?: Partial<Messages[Group]>
}
