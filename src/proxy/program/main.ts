import { parseArgs } from 'node:util'
import { runProxy } from './run.ts'

const USAGE = `outbound-number-picker-proxy [--check | --try CALLEE [--groups ID,…] [--agent ID]]

Runs the proxy as its environment says.
  --check        tells whether it could run
  --try CALLEE   makes one pick and prints the candidates, or what to do about a refusal
  --groups       skill groups to pick from, as in presales@ccc-test
  --agent        the agent in whose name and with whose rights it is made
Every variable is explained in docs/proxy.md.
`

// Whoever reads the lines may end before the proxy does; calls matter more than lines.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean' },
      try: { type: 'string' },
      groups: { type: 'string' },
      agent: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { check = false, try: callee, groups = '', agent, help } = values
  const ids = groups.split(',').filter((id) => id !== '')
  const trial = callee === undefined ? undefined : { callee, groups: ids, agent }
  if (help) process.stdout.write(USAGE)
  else await runProxy(process.env, process, { check, trial })
} catch (error) {
  const unknown = error instanceof TypeError && 'code' in error
  if (!unknown) throw error
  process.stderr.write(`${error.message}\n\n${USAGE}`)
  process.exitCode = 1
}
