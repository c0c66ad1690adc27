/**
 * The script-tag build: the element with everything it needs, and the global `OutboundNumberPicker` with
 * the client and the Workbench adapter for the page's own script.
 */
export { CccError } from '../ccc/index.ts'
export { createProxyClient } from '../client/index.ts'

import '../element/index.ts'

export { createWorkbenchClient, dialWithWorkbench } from '../workbench/index.ts'
