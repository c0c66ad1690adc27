import { reactHost } from './hands/hosts.ts'
import { leakTests } from './hands/leaks.ts'

leakTests(reactHost)
