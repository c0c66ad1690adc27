/**
 * The script-tag build: the element with all that it needs inside, and for the script beside it the
 * global `OutboundNumberPicker` with the client and the Workbench's adapter.
 */
export { CccError } from '../ccc/index.ts'
export { createProxyClient } from '../client/index.ts'
export { OutboundNumberPickerElement } from '../element/index.ts'
export { connectWorkbenchProxy, dialWithWorkbench } from '../workbench/index.ts'
