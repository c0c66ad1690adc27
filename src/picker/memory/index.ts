export { type Memory, memoryOf } from './memory.ts'
export type { LastCaller, Remembered } from './readRemembered.ts'
