import { parseArgs } from 'node:util'
import { runProxy } from './run.ts'

const USAGE = `outbound-number-picker-proxy [--check]

Runs the proxy as its environment says, or with --check tells whether it could.
Every variable is explained in docs/proxy.md.
`

// Whoever reads the lines may end before the proxy does; calls matter more than lines.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) process.stdout.write(USAGE)
  else await runProxy(process.env, process, { check: values.check ?? false })
} catch (error) {
  const unknown = error instanceof TypeError && 'code' in error
  if (!unknown) throw error
  process.stderr.write(`${error.message}\n\n${USAGE}`)
  process.exitCode = 1
}
