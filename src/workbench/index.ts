/** Dialing and calling through what a page with the Workbench SDK 2.x already has. */
export { connectWorkbenchProxy, type WorkbenchProxyConfig } from './connectWorkbenchProxy.ts'
export {
  dialWithWorkbench,
  type Workbench,
  type WorkbenchDialing,
  type WorkbenchDialingOptions,
} from './dialWithWorkbench.ts'
