/** The simulated call center as a server that speaks the cloud's own API; for Node alone. */
export type { MockCloudSecret } from './gatekeeper.ts'
export {
  accessKey,
  type MockCloud,
  type MockCloudOptions,
  type MockCloudRequest,
  startMockCloud,
} from './server.ts'
