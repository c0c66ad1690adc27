import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { ConfigurationError } from '../configurationError.ts'

/** The variables that may stand in a file that is read again while the proxy runs. */
const SECRETS = [
  'ALIBABA_CLOUD_ACCESS_KEY_ID',
  'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  'ALIBABA_CLOUD_SECURITY_TOKEN',
  'PROXY_JWT_SECRET',
  'PROXY_JWT_SECRET_PREVIOUS',
  'PROXY_OFFER_SECRET',
]

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment with what `PROXY_SECRETS_FILE` says in place of its secrets.
 *
 * @throws {ConfigurationError} if the file cannot be read or holds anything else; nothing of it is quoted
 */
export function withSecrets(env: Environment): Environment {
  const path = env.PROXY_SECRETS_FILE?.trim()
  if (!path) return env
  const found = parseEnv(readText(path))
  const strange = Object.keys(found).filter((name) => !SECRETS.includes(name))
  if (strange.length > 0) {
    throw new ConfigurationError(
      strange.map(
        (name) =>
          `${path} sets ${name.replace(/\W.*$/s, '…')}, which cannot be there: it may set ${SECRETS.join(', ')}.`,
      ),
    )
  }
  // A secret that is only in the environment would be the old one.
  return { ...env, ...Object.fromEntries(SECRETS.map((name) => [name, undefined])), ...found }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    throw new ConfigurationError([
      `PROXY_SECRETS_FILE is ${path}, which cannot be read (${code}): let the proxy's user read it.`,
    ])
  }
}
