export { CccError, type CccErrorFields } from '../ccc/index.ts'
export { type ActionChoice, pickerActions, workbenchActions } from './actions.ts'
export type { Agent, Authenticate } from './agent.ts'
export type { BreakerOptions, BreakerState } from './breaker.ts'
export { type Config, readConfig } from './config.ts'
export { ConfigurationError } from './configurationError.ts'
export {
  type AccessKey,
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  credentialChain,
} from './credentials.ts'
export type {
  AnswerEvent,
  AttemptEvent,
  BreakerEvent,
  LimitEvent,
  Observe,
  ProxyEvent,
  UnsharedLimitEvent,
} from './event.ts'
export { createProxyHandler } from './handler.ts'
export { createJwtAuthentication, type JwtOptions } from './jwt.ts'
export { createLimits, type Limits, type LimitsOptions } from './limits.ts'
export type { ProxyOptions } from './options.ts'
export { connectRedis } from './redis.ts'
export { type RunOptions, runProxy, type Streams } from './run.ts'
export { type RunningProxy, type ServerOptions, startProxy } from './server.ts'
