import { readConfig } from './config.ts'
import { ConfigurationError } from './configurationError.ts'
import { checkCredentials, credentialChain } from './credentials.ts'
import { proxyDefaults } from './handler.ts'
import { type RunningProxy, startProxy } from './server.ts'

/** Where the program writes. */
export interface Streams {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

/**
 * Runs the proxy as a program: reads `env`, says where it listens or what keeps it from starting, and
 * closes on SIGINT and SIGTERM.
 *
 * @returns the running proxy, or null after problems, with the process's exit code set to 1
 */
export async function runProxy(
  env: Readonly<Record<string, string | undefined>> = process.env,
  { stdout, stderr }: Streams = process,
): Promise<RunningProxy | null> {
  try {
    const config = readConfig(env)
    const credentials = credentialChain(env)
    await checkCredentials(credentials)
    const proxy = closeOnSignals(await startProxy({ ...config, credentials }))
    stdout.write(
      `The proxy listens at ${proxy.url}${proxyDefaults.path} and speaks for the instance ` +
        `${config.instanceId} to ${config.endpoint}\n`,
    )
    return proxy
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    const list = error.problems.map((problem) => `  - ${problem}\n`).join('')
    stderr.write(`The proxy cannot start:\n${list}`)
    process.exitCode = 1
    return null
  }
}

function closeOnSignals({ url, close }: RunningProxy): RunningProxy {
  const closeOnce = async () => {
    // From here on the system's own handling is back, so that a second Ctrl+C ends the wait.
    process.off('SIGINT', closeOnce)
    process.off('SIGTERM', closeOnce)
    await close()
  }
  process.on('SIGINT', closeOnce)
  process.on('SIGTERM', closeOnce)
  return { url, close: closeOnce }
}
