/** The proxy between pages and the cloud: a web-standard handler for servers of your own, and the program around it. */
export { CccError, type CccErrorFields } from '../ccc/index.ts'
export {
  type Agent,
  type Authenticate,
  connectRedis,
  createJwtAuthentication,
  createLimits,
  type JwtOptions,
  type Limits,
  type LimitsOptions,
} from './agent/index.ts'
export { type AnswerMemory, type AnswerMemoryOptions, createAnswerMemory } from './answerMemory.ts'
export { type ActionChoice, historyActions, pickerActions, workbenchActions } from './call/index.ts'
export {
  type AccessKey,
  type BreakerOptions,
  type BreakerState,
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  credentialChain,
  type OutboundProxies,
} from './cloud/index.ts'
export { ConfigurationError } from './configurationError.ts'
export type {
  AnswerEvent,
  AttemptEvent,
  BreakerEvent,
  KeysEvent,
  LimitEvent,
  LimitScope,
  Observe,
  ProxyEvent,
  SharingEvent,
  UnsharedLimitEvent,
} from './event.ts'
export { createProxyHandler } from './handler.ts'
export type { HistoryOptions } from './history/index.ts'
export type { ProxyOptions } from './options.ts'
export {
  type Config,
  type RunningProxy,
  type RunOptions,
  readConfig,
  runProxy,
  type ServerOptions,
  type Streams,
  startProxy,
  type Trial,
} from './program/index.ts'
