import { accessKey, startMockCloud } from './server.ts'

try {
  const { PORT, LATENCY } = process.env
  const cloud = await startMockCloud({ port: readPort(PORT), latency: readLatency(LATENCY) })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close())
  }
  process.stdout.write(
    `Mock cloud at ${cloud.url} with instance ${cloud.instanceId} and user ${cloud.userId}; point the proxy at it:
CCC_ENDPOINT=${cloud.url}
ALIBABA_CLOUD_ACCESS_KEY_ID=${accessKey.id}
ALIBABA_CLOUD_ACCESS_KEY_SECRET=${accessKey.secret}
`,
  )
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}

function readPort(text = '8788'): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65535) return port
  throw new Error(`PORT is "${text}"; set it to a whole number from 0 (any free port) to 65535.`)
}

function readLatency(text = '0'): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new Error(
    `LATENCY is "${text}"; set it to the milliseconds before each answer, such as 20.`,
  )
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken ? `${error.message}. Set PORT to a free port, or to 0 for any.` : error.message
}
