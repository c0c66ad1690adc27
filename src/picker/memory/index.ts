export {
  enableMemory,
  type Memory,
  memoryOf,
  type Remembered,
  recallCaller,
  rememberCaller,
  togglePin,
} from './memory.ts'
