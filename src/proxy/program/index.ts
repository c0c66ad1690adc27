export { type Config, readConfig } from './config.ts'
export { createLogger, logEvents } from './log.ts'
export { type RunOptions, runProxy, type Streams } from './run.ts'
export { type RunningProxy, type ServerOptions, startProxy } from './server.ts'
