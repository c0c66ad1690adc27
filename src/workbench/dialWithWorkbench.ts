import { misuse } from '../client/index.ts'
import type { DialDraft, Locale } from '../picker/index.ts'
import { reasonNotToDial } from './status.ts'

/** The methods used of a `new WorkbenchSdk({…})` of SDK 2.x. */
export interface Workbench {
  call: (callee: string, caller: string) => unknown
  getStatusCode: () => { code: number }
}

export interface WorkbenchDialingOptions {
  /** The language of the reasons. Default `zh-CN`. */
  locale?: Locale | undefined
}

export interface WorkbenchDialing {
  /** Calls with the caller that was picked; rejects with the reason if the agent cannot dial now. */
  onDial: (draft: DialDraft) => Promise<unknown>
  /** False while the agent may dial, otherwise the reason why not; read from the Workbench each time. */
  readonly dialDisabled: false | string
  /** Call it from the SDK's hook of the same name; it needs no arguments. */
  onStatusChange: () => void
  /** Calls `listener` after every change of status; returns a function that unsubscribes it. */
  subscribe: (listener: () => void) => () => void
}

/**
 * Dials through the Workbench SDK 2.x, and only while the agent is idle.
 *
 * The SDK takes its hooks when the Workbench is created, so the hook has to call what this returns later:
 *
 * @example
 * let dialing
 * const workbench = new WorkbenchSdk({ ...config, onStatusChange: () => dialing?.onStatusChange() })
 * dialing = dialWithWorkbench(workbench)
 *
 * const dialDisabled = useSyncExternalStore(dialing.subscribe, () => dialing.dialDisabled)
 * <OutboundNumberPicker client={client} onDial={dialing.onDial} dialDisabled={dialDisabled} />
 *
 * @throws {TypeError} for anything but a Workbench of SDK 2.x, naming what it lacks
 */
export function dialWithWorkbench(
  workbench: Workbench,
  { locale = 'zh-CN' }: WorkbenchDialingOptions = {},
): WorkbenchDialing {
  for (const method of ['call', 'getStatusCode'] as const) {
    if (typeof workbench?.[method] === 'function') continue
    throw new TypeError(
      `dialWithWorkbench: no ${method}() in ${workbench}. Pass a WorkbenchSdk 2.x.`,
    )
  }
  if (locale !== 'zh-CN' && locale !== 'en-US') {
    throw misuse('dialWithWorkbench', 'locale', locale, 'Use "zh-CN" or "en-US".')
  }
  const listeners = new Set<() => void>()
  const reason = () => reasonNotToDial(workbench.getStatusCode().code, locale)
  return {
    get dialDisabled() {
      return reason()
    },
    onDial: async (draft) => {
      const disabled = reason()
      if (disabled) throw new Error(disabled)
      return workbench.call(draft.callee, draft.caller)
    },
    onStatusChange: () => {
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
