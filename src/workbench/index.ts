/** For pages with the Workbench SDK 2.x: dials through it, and calls the proxy it is configured for. */
export { createWorkbenchClient, type WorkbenchProxyConfig } from './createWorkbenchClient.ts'
export {
  dialWithWorkbench,
  type Workbench,
  type WorkbenchDialing,
  type WorkbenchDialingOptions,
} from './dialWithWorkbench.ts'
