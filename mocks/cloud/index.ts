export type { AccessKey } from './gatekeeper.ts'
export {
  accessKey,
  type LoggedRequest,
  type MockCloud,
  type MockCloudOptions,
  startMockCloud,
} from './server.ts'
