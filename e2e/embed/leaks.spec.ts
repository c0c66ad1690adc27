import { leakTests } from '../hands/leaks.ts'
import { scriptHost } from './scriptHost.ts'

leakTests(scriptHost)
