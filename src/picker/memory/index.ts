export { type Memory, memoryOf } from './memory.ts'
export { nothingRemembered, type Remembered } from './readRemembered.ts'
