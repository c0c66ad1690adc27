import type { DialDraft, PickerHandle, Verdict } from '../picker/index.ts'
import {
  type FrameMessage,
  type FrameSettings,
  type PageMessage,
  sealed,
  unsealed,
} from './messages.ts'

export interface FramedPickerOptions {
  /** A frame in the page, without a `src` yet. */
  frame: HTMLIFrameElement
  /** Where `dist/frame/index.html` of this package is hosted. */
  src: string
  settings: FrameSettings
  /** Makes the call. Nothing else is dialed until a returned promise settles; a rejection is shown. */
  onDial: (draft: DialDraft) => unknown
  /** Checks the call before it is made, and may warn or refuse. */
  beforeDial?: (draft: DialDraft) => Verdict | Promise<Verdict>
  onSelect?: (draft: DialDraft) => void
  onCalleeChange?: (callee: string) => void
  /**
   * Called if a request to the proxy fails, with the `code` of a `CccError`; also, without a code, if a setting is
   * wrong or the frame is not what it should be. Default: `reportError`.
   */
  onError?: (error: Error & { code?: string | undefined }) => void
}

export interface FramedPicker extends PickerHandle {
  /** Changes these settings and leaves the others as they are. */
  update: (settings: FrameSettings) => void
  /** Stops listening to the frame. The frame itself stays; removing it is up to the page. */
  disconnect: () => void
}

/**
 * Talks to a picker in a frame. It sends messages only to the origin of `src`, and accepts them only from
 * there.
 *
 * @example
 * const picker = framePicker({
 *   frame,
 *   src: 'https://picker.example/frame/index.html',
 *   settings: { endpoint: '/aliyun/ccc/api', userId: 'agent@ccc-test' },
 *   onDial: ({ callee, caller }) => workbench.call(callee, caller),
 * })
 */
export function framePicker(options: FramedPickerOptions): FramedPicker {
  const { frame, src, onDial, beforeDial, onError = reportError } = options
  const { href, origin } = new URL(src, location.href)
  let settings = options.settings
  let waiting: PageMessage[] | null = []

  const post = (message: PageMessage) => {
    if (waiting) waiting.push(message)
    else frame.contentWindow?.postMessage(sealed(message), origin)
  }
  // An update sends only what it changes: the callee in `settings` may be out of date.
  const configure = (changed = settings) =>
    post({ type: 'configure', settings: changed, guarded: Boolean(beforeDial) })

  const start = () => {
    const missed = waiting ?? []
    waiting = null
    configure()
    for (const message of missed) post(message)
  }

  const answer = async (id: number, ask: () => Verdict | Promise<Verdict>) => {
    try {
      post({ type: 'answer', id, verdict: await ask() })
    } catch (error) {
      post({ type: 'answer', id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  const receive = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow) return
    const message = unsealed<FrameMessage>(event.data)
    if (!message) return
    if (event.origin !== origin) {
      onError(
        new Error(
          `framePicker: a message came from ${event.origin}, but src is at ${origin}. It was ignored.`,
        ),
      )
      return
    }
    switch (message.type) {
      case 'dial':
        answer(message.id, async () => {
          await onDial(message.draft)
          return undefined
        })
        break
      case 'check':
        answer(message.id, () => beforeDial?.(message.draft))
        break
      case 'select':
        options.onSelect?.(message.draft)
        break
      case 'calleechange':
        // A frame that is loaded again starts with the callee it had, not with the page's first one.
        settings = { ...settings, callee: message.callee }
        options.onCalleeChange?.(message.callee)
        break
      case 'error':
        onError(Object.assign(new Error(message.message), { code: message.code }))
    }
  }

  frame.addEventListener('load', start)
  addEventListener('message', receive)
  frame.src = href
  return {
    setCallee: (number) => post({ type: 'setCallee', number }),
    focus: () => post({ type: 'focus' }),
    reset: () => post({ type: 'reset' }),
    update: (changed) => {
      settings = { ...settings, ...changed }
      if (!waiting) configure(changed)
    },
    disconnect: () => {
      frame.removeEventListener('load', start)
      removeEventListener('message', receive)
    },
  }
}
