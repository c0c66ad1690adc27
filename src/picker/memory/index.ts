export { type Memory, memoryOf } from './memory.ts'
export { type LastCaller, nothingRemembered, type Remembered } from './readRemembered.ts'
