import { runProxy } from './run.ts'

await runProxy(process.env)
