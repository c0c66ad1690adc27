import type { ElementSettings } from '../element/index.ts'
import type { DialDraft, Verdict } from '../picker/index.ts'

/** Increased when a message changes its meaning; messages of another version are ignored. */
const VERSION = 1

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
  'canDial',
  'memory',
  'locale',
  'theme',
  'density',
] as const satisfies readonly (keyof ElementSettings)[]

export type FrameSettings = Partial<Pick<ElementSettings, (typeof frameSettings)[number]>>

/** From the page to the frame. */
export type PageMessage =
  | { type: 'configure'; settings: FrameSettings; guarded: boolean }
  | { type: 'setCallee'; number: string }
  | { type: 'focus' }
  | { type: 'reset' }
  /** The result of a call or a check that the frame asked for. */
  | { type: 'answer'; id: number; verdict?: Verdict | undefined; error?: string }

/** From the frame to the page. */
export type FrameMessage =
  | { type: 'select'; draft: DialDraft }
  | { type: 'calleechange'; callee: string }
  /** With the code of a `CccError`; there is none if the picker is used wrongly. */
  | { type: 'error'; message: string; code: string | undefined }
  /** Asks the page to make a call, or to check it first; the page has to answer. */
  | { type: 'dial' | 'check'; id: number; draft: DialDraft }

/** A message as it is sent: marked, because windows get messages of many kinds. */
export function sealed(message: PageMessage | FrameMessage) {
  return { outboundNumberPicker: VERSION, ...message }
}

/**
 * A message of this protocol and version, null for any other. The caller checks the sender before it uses
 * a field. Fields are not checked, because both windows run this package.
 */
export function unsealed<Message extends PageMessage | FrameMessage>(
  data: unknown,
): Message | null {
  return isSealed<Message>(data) ? data : null
}

function isSealed<Message>(data: unknown): data is Message {
  return (
    typeof data === 'object' &&
    data !== null &&
    'outboundNumberPicker' in data &&
    data.outboundNumberPicker === VERSION &&
    'type' in data
  )
}
