import type { DialDraft } from '../../../src/picker/index.ts'

/** What a page under test tells of itself, as an agent and its host see it. */
export interface Seen {
  /** The page's address, so that a test knows which visit this is. */
  address: string
  /** The text of the callee field, null while there is none. */
  callee: string | null
  /** The names of the skill groups that are ticked, and of those that are not. */
  ticked: string[]
  unticked: string[]
  candidates: { name: string; selected: boolean }[]
  status: string
  alert: string
  dialable: boolean
  dialed: DialDraft[]
  /** How many times a pick was asked for. */
  picks: number
  /** Whether the browser remembers a customer. */
  remembers: boolean
  /** Everything that went wrong in the page: exceptions, console errors, what the policy blocked. */
  complaints: string[]
  /** Global names and built-in properties that were changed since the page's own script began. */
  changed: string[]
  looks: Looks
}

/** Colors are as the browser computes them, such as `rgb(11, 110, 74)`. */
export interface Looks {
  surface: string
  text: string
  dial: { text: string; surface: string }
  field: { border: string; width: number; style: string }
  /** The badge of the first candidate. */
  badge: { text: string; surface: string }
  /** The rows' own backgrounds. */
  selectedRow: string
  otherRow: string
}
