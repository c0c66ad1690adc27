/**
 * The simulated call center for pages, stories and tests: MSW answers for the proxy, and a stand-in for the
 * Workbench SDK. It loads in browsers; the server that speaks the cloud's own API is an entry of its own, `cloud/`.
 */
export { createInstance, type Instance, type MadeCall } from './model/index.ts'
export { createHandlers, type HandlerOptions } from './msw/handlers.ts'
export { type ProxyStyle, proxyStyles } from './proxyStyles.ts'
export { type Scenario, type ScenarioId, scenarioById, scenarioOf, scenarios } from './scenarios.ts'
export {
  createWorkbench,
  type StandInWorkbench,
  type WorkbenchCall,
  type WorkbenchConfig,
  type WorkbenchStatus,
} from './workbenchSdk/index.ts'
