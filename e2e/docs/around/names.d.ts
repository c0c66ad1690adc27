/** What the samples take for granted: the page's own, and the Workbench SDK's. */
import type { CalleeHistory, CallerUse } from 'outbound-number-picker/history'
import type { Workbench } from 'outbound-number-picker/workbench'

declare global {
  const crm: {
    callsTo: (callee: string, signal: AbortSignal) => Promise<CalleeHistory>
    useOf: (callers: readonly string[], signal: AbortSignal) => Promise<[string, CallerUse][]>
  }
  const WorkbenchSdk: new (config: {
    dom: string
    instanceId: string
    ajaxPath: string
    onStatusChange: () => void
  }) => Workbench
}
