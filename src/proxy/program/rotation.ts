import type { Logger } from 'pino'
import { type Credentials, checkCredentials, credentialChain } from '../cloud/index.ts'
import { ConfigurationError } from '../configurationError.ts'
import { type Config, readConfig } from './config.ts'
import { watchSecrets, withSecrets } from './secretsFile.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration, with secrets that change while the proxy runs. */
export interface Rotation {
  config: Config
  /** Gives the access key that is valid now. */
  credentials: Credentials
  /** Reads secrets again when their file changes, and on SIGHUP. Returns how to stop. */
  watch(logger: Logger): () => void
}

/** @throws {ConfigurationError} with everything that keeps the proxy from starting */
export async function readRotation(env: Environment): Promise<Rotation> {
  const config = readConfig(withSecrets(env))
  let { jwtSecrets, offerSecrets } = config
  let credentials = credentialChain(withSecrets(env))
  await checkCredentials(credentials)

  async function readAgain(logger: Logger): Promise<void> {
    try {
      const fresh = withSecrets(env)
      const next = { ...readConfig(fresh), credentials: credentialChain(fresh) }
      await checkCredentials(next.credentials)
      ;({ jwtSecrets, offerSecrets, credentials } = next)
      logger.info('The secrets were read again.')
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      logger.error(`The old secrets stay, because of the new ones: ${error.problems.join(' ')}`)
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
      const path = config.secretsFile
      return path === null ? () => {} : watchSecrets(path, () => void readAgain(logger))
    },
  }
}
