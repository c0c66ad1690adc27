import { misuse, report } from '../client/index.ts'
import type { DialDraft, DialGuard, PickerError, PickerHandle } from '../picker/index.ts'
import { createAnswers } from './answers.ts'
import {
  type FrameMessage,
  type FrameSettings,
  isSealed,
  type PageMessage,
  sealed,
} from './messages.ts'

export interface FramedPickerOptions {
  /** A frame in the page, without a `src` yet. */
  frame: HTMLIFrameElement
  /** Where `dist/frame/index.html` of this package is hosted. */
  src: string
  settings: FrameSettings
  /** Makes the call. Nothing else is dialed until a returned promise settles; a rejection is shown. */
  onDial: (draft: DialDraft) => unknown
  /** Checks the call before it is made, and may warn or refuse; a guard of the picker works here too. */
  beforeDial?: DialGuard | undefined
  /** The picker is drawn and can take a number: once it is there, and again whenever it is drawn anew. */
  onReady?: (() => void) | undefined
  onSelect?: ((draft: DialDraft) => void) | undefined
  onCalleeChange?: ((callee: string) => void) | undefined
  /**
   * Called if a request to the proxy fails, with the `code` of a `CccError`; also, without a code, if a setting is
   * wrong, the frame refuses this page, or the frame is not what it should be. Default: reported to the console.
   */
  onError?: ((error: PickerError) => void) | undefined
}

export interface FramedPicker extends PickerHandle {
  /** Changes these settings and leaves the others as they are. */
  update: (settings: FrameSettings) => void
  /**
   * Stops listening to the frame, and aborts the signals of guards. The frame itself stays; removing it is up to
   * the page.
   */
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
 *
 * @throws {TypeError} naming the option that is missing or wrong
 */
export function framePicker(options: FramedPickerOptions): FramedPicker {
  requireOptions(options)
  requireCode(options.settings)
  const { frame, src, onDial, beforeDial, onError = report } = options
  const { href, origin } = new URL(src, location.href)
  let settings = options.settings
  let waiting: PageMessage[] | null = []

  const post = (message: PageMessage) => {
    if (waiting) waiting.push(message)
    else frame.contentWindow?.postMessage(sealed(message), origin)
  }
  const answers = createAnswers(onDial, beforeDial, post)
  const configure = (changed: FrameSettings) =>
    post({ type: 'configure', settings: changed, guarded: Boolean(beforeDial) })

  const start = () => {
    // Whoever asked is gone if the frame is loaded again.
    answers.uncheck()
    const missed = waiting
    waiting = null
    configure(settings)
    missed?.forEach(post)
  }

  const receive = ({ source, origin: sender, data: message }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || !isSealed<FrameMessage>(message)) return
    if (sender !== origin) {
      onError(
        new Error(
          `framePicker: a message came from ${sender}, but src is at ${origin}. It was ignored.`,
        ),
      )
      return
    }
    switch (message.type) {
      case 'dial':
      case 'check':
        answers.answer(message)
        break
      case 'uncheck':
        answers.uncheck(message.id)
        break
      case 'ready':
        options.onReady?.()
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
    // Nothing else is sent: `focus` may be a listener itself, and an event cannot be copied.
    focus: (options) => post({ type: 'focus', preventScroll: Boolean(options?.preventScroll) }),
    reset: () => post({ type: 'reset' }),
    update: (changed) => {
      requireCode(changed)
      settings = { ...settings, ...changed }
      // Only what changes: the callee in `settings` may be out of date.
      configure(changed)
    },
    disconnect: () => {
      frame.removeEventListener('load', start)
      removeEventListener('message', receive)
      answers.uncheck()
    },
  }
}

function requireOptions(options: Partial<FramedPickerOptions> = {}): void {
  for (const name of ['frame', 'src', 'settings', 'onDial'] as const) {
    if (options[name]) continue
    throw misuse('framePicker', name, options[name], 'Pass frame, src, settings and onDial.')
  }
}

/** What React takes as `locale`, a language's words, cannot be sent: there are functions among them. */
function requireCode({ locale }: FrameSettings): void {
  const given: unknown = locale
  if (given instanceof Object) {
    throw misuse('framePicker', 'locale', given, 'Use "zh-CN" or "en-US".')
  }
}
