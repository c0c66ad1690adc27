import type {
  DialDraft,
  DialVerdict,
  OutboundNumberPickerOptions,
  PickerHandle,
} from '../../src/picker/index.ts'

/** A guard's question, which the test answers. */
export interface Check {
  draft: DialDraft
  signal: AbortSignal
  decide: (verdict: DialVerdict) => void
  fail: (reason: Error) => void
}

/** A call that the host is making, until the test ends it. */
export interface Call {
  draft: DialDraft
  end: () => void
  fail: (reason: Error) => void
}

/** A request for callers, which the test answers where it holds the answers back. */
export interface Asked {
  callee: string
  count: number
  answer: (rows?: number) => void
  refuse: () => void
}

/** How a page is opened. */
export interface Given {
  /** Whether the host has a guard. It waits for the test; or it warns or refuses at once. */
  guard?: 'waits' | 'warns' | 'refuses' | undefined
  /** What a call does. Default `ends`, at once. */
  call?: 'ends' | 'waits' | 'rejects' | undefined
  /** Whether answers wait for the test. */
  holds?: boolean | undefined
  /** How many callers there are for a number, at most. Default 20. */
  callers?: number | undefined
  /** How wide the picker is, in pixels. Default 320. */
  width?: number | undefined
  /** What else the host sets. */
  options?: Partial<OutboundNumberPickerOptions> | undefined
}

/** What a host's page can do with its picker. */
interface AttachedHost {
  /** What the picker stands in. */
  root: ParentNode
  /** Passes on options, in the way that is usual on this page. */
  draw: (options: OutboundNumberPickerOptions) => void
  handle: PickerHandle
  remove: () => void
  put: () => void
}

/** The page's half of the tests, on `window.hands`: the host around a picker. */
export interface InPage {
  /** What the picker is given; with `set`, more of it. */
  options: OutboundNumberPickerOptions
  readonly checks: Check[]
  readonly calls: Call[]
  readonly dialed: DialDraft[]
  /** For each call, what the field held when it was made. */
  readonly shown: string[]
  readonly asked: Asked[]
  /** Every text that the host heard of. */
  readonly heard: string[]
  readonly given: Given
  handle: PickerHandle
  /** The host changes its mind: the picker gets these options too, as soon as its page passes them on. */
  set: (options: Partial<OutboundNumberPickerOptions>) => void
  /** The host takes the picker off the page. */
  remove: () => void
  /** It puts a picker there again. */
  put: () => void
  /** A host's page calls this once its picker stands. */
  attach: (host: AttachedHost) => void
  /** In this very task: the field holds this text now, as if it had been typed. */
  type: (field: Element, text: string) => void
  /** In this very task: a key goes down. */
  press: (target: Element, key: string, more?: KeyboardEventInit) => void
}

declare global {
  interface Window {
    hands: InPage
  }
}
