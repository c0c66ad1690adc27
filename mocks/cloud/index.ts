export type { AccessKey } from './gatekeeper.ts'
export {
  type LoggedRequest,
  type MockCloud,
  type MockCloudOptions,
  startMockCloud,
} from './server.ts'
