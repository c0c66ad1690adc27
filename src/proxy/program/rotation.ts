import { isDeepStrictEqual } from 'node:util'
import type { Logger } from 'pino'
import { type Credentials, checkCredentials, credentialChain } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import { type Config, readConfig } from './config.ts'
import { withSecrets } from './secretsFile.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration, with secrets that change while the proxy runs. */
export interface Rotation {
  config: Config
  /** Gives the access key that is valid now. */
  credentials: Credentials
  /** Reads secrets again when their file changes, and on SIGHUP, which must end nothing. Returns how to stop. */
  watch(logger: Logger): () => void
}

/** Milliseconds between two looks. The file is read, because Kubernetes replaces a link above it. */
const LOOK = 2000

/** @throws {ConfigurationError} with everything that keeps the proxy from starting */
export async function readRotation(env: Environment): Promise<Rotation> {
  let seen = withSecrets(env)
  const config = readConfig(seen)
  let { jwtSecrets, offerSecrets } = config
  let credentials = credentialChain(seen)
  await checkCredentials(credentials)
  let problem = ''

  async function readAgain(logger: Logger): Promise<void> {
    try {
      const fresh = withSecrets(env)
      if (isDeepStrictEqual(fresh, seen)) return
      const next = { ...readConfig(fresh), credentials: credentialChain(fresh) }
      await checkCredentials(next.credentials)
      seen = fresh
      ;({ jwtSecrets, offerSecrets, credentials } = next)
      problem = ''
      logger.info('The secrets were read again.')
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      // Once is enough; the file is looked at every other second.
      if (error.message !== problem) {
        logger.error(`The old secrets stay, because of the new ones: ${error.problems.join(' ')}`)
      }
      problem = error.message
    }
  }

  const jwt =
    config.jwt && jwtSecrets.length > 0
      ? { ...config.jwt, key: { secrets: () => jwtSecrets } }
      : config.jwt
  const history = {
    ...config.history,
    ...(offerSecrets.length > 0 && { secret: () => offerSecrets }),
  }
  return {
    config: { ...config, jwt, history },
    credentials: () => credentials(),
    watch(logger) {
      const look = () => void readAgain(logger)
      const timer = config.secretsFile === null ? undefined : setInterval(look, LOOK).unref()
      process.on('SIGHUP', look)
      return () => {
        clearInterval(timer)
        process.off('SIGHUP', look)
      }
    },
  }
}
