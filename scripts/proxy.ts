/** `npm run proxy`: the proxy as an operator runs it; with `--simulate`, in front of a simulated cloud. */
import { runProxy } from '../src/proxy/index.ts'
import { simulate } from './simulate.ts'

if (process.argv.includes('--simulate')) {
  const { cloud, environment } = await simulate(process.env)
  const stop = () => void cloud.close()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  if (!(await runProxy(environment))) stop()
} else {
  await runProxy(process.env)
}
