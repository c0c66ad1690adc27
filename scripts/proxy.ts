/** `npm run proxy`: the proxy as an operator runs it; with `--simulate`, in front of a simulated cloud. */
import { parseArgs } from 'node:util'
import { simulate } from '../live/simulate.ts'
import { runProxy } from '../src/proxy/index.ts'

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, simulate: { type: 'boolean' } },
})

const options = { check: values.check ?? false }

if (values.simulate) {
  const { cloud, environment } = await simulate(process.env)
  const stop = () => void cloud.close()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  if (!(await runProxy(environment, process, options))) stop()
} else {
  await runProxy(process.env, process, options)
}
