import type { DialDraft, DialVerdict } from '../../src/picker/index.ts'

/** What a person sees of a picker, read from the page. */
export interface Sight {
  /** The field's text. */
  callee: string
  /** The name of the selected caller, `''` if none is. */
  caller: string
  /** The names of the ticked groups. */
  groups: readonly string[]
}

/** What the host's page does with the picker; all of it can change at any time. */
export interface Host {
  guard: 'none' | 'passes' | 'is slow' | 'warns' | 'refuses' | 'rejects' | 'never answers'
  call: 'ends' | 'lasts' | 'fails'
  /** Whether its transport ends a request that the picker takes back. */
  aborts: 'heeds' | 'ignores'
  locale: 'zh-CN' | 'en-US'
  theme: 'auto' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  maskCallee: boolean
  dialDisabled: boolean
  /** How often the host has opened the picker anew. */
  opened: number
}

/** A call that the picker made. */
export interface Dial {
  draft: DialDraft
  /** What was on the screen when it was made. */
  sight: Sight
  /** How many presses there had been. */
  press: number
  /** Whether the guard, where there was one, had let this draft pass. */
  isChecked: boolean
}

/** What happened since it was last asked. */
export interface Happened {
  /** What was on the screen just before each press. */
  presses: readonly Sight[]
  dials: readonly Dial[]
}

/** The page's half of the day, on `window.day`. */
export interface DayPage {
  host: (change: Partial<Host>) => void
  clickToDial: (number: string) => void
  /** The slow guard's verdict. */
  decide: (verdict: DialVerdict) => void
  /** The end of a call that lasts. */
  endCall: () => void
  /** The agent looks at another tab, or at this one again. */
  show: (state: DocumentVisibilityState) => void
  /** Whether the focus has been where it is for so long. */
  isQuiet: (milliseconds: number) => boolean
  readonly dials: readonly Dial[]
  take: () => Happened
}
