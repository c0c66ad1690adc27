import type { ElementSettings } from '../element/index.ts'
import type { DialDraft, Verdict } from '../picker/index.ts'

/** Raised when a message changes its meaning; messages of another version are not understood. */
export const VERSION = 1

/** What of the element's settings can travel between windows: no function does. */
export type FrameSettings = Partial<
  Pick<
    ElementSettings,
    | 'endpoint'
    | 'actionParam'
    | 'regionId'
    | 'timeout'
    | 'instanceId'
    | 'userId'
    | 'skillGroups'
    | 'callee'
    | 'maskCallee'
    | 'count'
    | 'maxCount'
    | 'guardTimeout'
    | 'canDial'
    | 'memory'
    | 'locale'
    | 'theme'
    | 'density'
  >
>

/** From the page to the frame. */
export type PageMessage =
  | { type: 'configure'; settings: FrameSettings; guarded: boolean }
  | { type: 'setCallee'; number: string }
  | { type: 'focus' }
  | { type: 'reset' }
  /** What came of a call or of a check that the frame asked for. */
  | { type: 'answer'; id: number; verdict?: Verdict | undefined; error?: string }

/** From the frame to the page. */
export type FrameMessage =
  | { type: 'select'; draft: DialDraft }
  | { type: 'calleechange'; callee: string }
  | { type: 'error'; message: string }
  /** Asks the page to make a call, or to check it first; it has to answer. */
  | { type: 'dial' | 'check'; id: number; draft: DialDraft }

/** A message as it travels: marked, since windows get messages of many kinds. */
export function sealed(message: PageMessage | FrameMessage) {
  return { outboundNumberPicker: VERSION, ...message }
}

/**
 * A message of this protocol and version, null for any other. The caller looks at who sent it before it
 * uses a field: both windows run this package, so fields are then taken as they come.
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
