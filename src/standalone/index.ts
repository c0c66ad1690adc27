/**
 * The script-tag build: the element with everything it needs, and the global `OutboundNumberPicker` with
 * the client and the Workbench adapter for the page's own script.
 */
import { setStyleSheetUrl } from '../element/index.ts'

export { CccError } from '../ccc/index.ts'
export { createProxyClient, version } from '../client/index.ts'
export { define } from '../element/index.ts'
export { createWorkbenchClient, dialWithWorkbench } from '../workbench/index.ts'

const script = document.currentScript
if (script instanceof HTMLScriptElement) setStyleSheetUrl(new URL('style.css', script.src).href)
