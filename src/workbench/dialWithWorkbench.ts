import type { DialDraft, Locale } from '../picker/index.ts'
import { canDialIn } from './status.ts'

/** The methods used of a `new WorkbenchSdk({…})` of SDK 2.x. */
export interface Workbench {
  call: (callee: string, caller: string) => unknown
  getStatusCode: () => { code: number }
}

export interface WorkbenchDialingOptions {
  /** The language of the reasons. Default `zh-CN`. */
  locale?: Locale
}

export interface WorkbenchDialing {
  /** Calls with the caller that was picked; rejects with the reason if the agent cannot dial now. */
  onDial: (draft: DialDraft) => Promise<unknown>
  /** True, or the reason why the agent cannot dial now; read from the Workbench each time. */
  readonly canDial: true | string
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
 * const canDial = useSyncExternalStore(dialing.subscribe, () => dialing.canDial)
 * <OutboundNumberPicker client={client} onDial={dialing.onDial} canDial={canDial} />
 *
 * @throws {TypeError} for anything but a Workbench of SDK 2.x
 */
export function dialWithWorkbench(
  workbench: Workbench,
  { locale = 'zh-CN' }: WorkbenchDialingOptions = {},
): WorkbenchDialing {
  for (const method of ['call', 'getStatusCode'] as const) {
    if (typeof workbench?.[method] === 'function') continue
    throw new TypeError(`dialWithWorkbench: no ${method}() here. Pass a WorkbenchSdk 2.x.`)
  }
  const listeners = new Set<() => void>()
  const canDial = () => canDialIn(workbench.getStatusCode().code, locale)
  return {
    get canDial() {
      return canDial()
    },
    onDial: async (draft) => {
      const may = canDial()
      if (may !== true) throw Error(may)
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
