export { pickerActions } from './actions.ts'
export { type Config, readConfig } from './config.ts'
export { ConfigurationError } from './configurationError.ts'
export {
  type AccessKey,
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  credentialChain,
} from './credentials.ts'
export { createProxyHandler, type ProxyOptions } from './handler.ts'
export { runProxy, type Streams } from './run.ts'
export { type RunningProxy, type ServerOptions, startProxy } from './server.ts'
