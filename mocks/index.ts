/** The simulated call center. The server that speaks the cloud's own API is in `cloud/`. */
export {
  type Answer,
  type ApiParameters,
  CloudError,
  type CloudErrorCode,
  createInstance,
  type Instance,
  type LocatedNumber,
  type NumberPair,
  type Page,
  type PageRequest,
  type PickQuestion,
  type SkillLevel,
} from './model/index.ts'
export { createHandlers, type HandlerOptions } from './msw/handlers.ts'
export { type ProxyStyle, proxyStyles, restyle } from './proxyStyles.ts'
export { type Scenario, type ScenarioId, scenarioOf, scenarios } from './scenarios.ts'
export {
  createWorkbench,
  type StandInWorkbench,
  type WorkbenchConfig,
  type WorkbenchStatus,
} from './workbenchSdk/index.ts'
