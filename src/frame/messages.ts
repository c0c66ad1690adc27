import type { ElementSettings } from '../element/index.ts'
import type { DialDraft, DialVerdict, Locale } from '../picker/index.ts'

/** Increased when a message changes its meaning; messages of another version are ignored. */
const VERSION = 2

/**
 * The element's settings that can be sent between windows, which functions cannot. The frame sets no other
 * property, so a page that shows a picker cannot write into the frame's origin.
 */
export const frameSettings = [
  'endpoint',
  'actionParam',
  'regionId',
  'timeout',
  'instanceId',
  'userId',
  'skillGroups',
  'callee',
  'maskCallee',
  'count',
  'maxCount',
  'guardTimeout',
  'dialDisabled',
  'memory',
  'locale',
  'theme',
  'density',
] as const satisfies readonly (keyof ElementSettings)[]

export type FrameSettings = {
  [Name in (typeof frameSettings)[number]]?: ElementSettings[Name] | undefined
}

/** From the page to the frame. */
export type PageMessage =
  | { type: 'configure'; settings: FrameSettings; guarded: boolean }
  | { type: 'setCallee'; number: string }
  | { type: 'focus'; preventScroll: boolean }
  | { type: 'reset' }
  | PageAnswer

/** The result of a call or a check that the frame asked for; `error` is the reason if it failed. */
export interface PageAnswer {
  type: 'answer'
  id: number
  verdict?: DialVerdict
  error?: string
}

/** From the frame to the page. */
export type FrameMessage =
  /** The picker is drawn and can take a number. */
  | { type: 'ready' }
  | { type: 'select'; draft: DialDraft }
  | { type: 'calleechange'; callee: string }
  /** With the code of a `CccError`; there is none if the picker is used wrongly. */
  | { type: 'error'; message: string; code?: string | undefined }
  | FrameQuestion
  /** The check of this id is over for the frame: it hears no answer any more. */
  | { type: 'uncheck'; id: number }

/** Asks the page to make a call, or to check it first; the page has to answer. */
export type FrameQuestion =
  | { type: 'dial'; id: number; draft: DialDraft }
  | { type: 'check'; id: number; draft: DialDraft; locale: Locale }

/** A message as it is sent: marked, because windows get messages of many kinds. */
export function sealed(message: PageMessage | FrameMessage) {
  return { outboundNumberPicker: VERSION, ...message }
}

/**
 * Whether a message is of this protocol and version. The caller also checks its sender before it uses a field.
 * Fields are not checked, because both windows run this package.
 */
export function isSealed<Message extends PageMessage | FrameMessage>(
  data: unknown,
): data is Message {
  return Reflect.get(Object(data), 'outboundNumberPicker') === VERSION
}
