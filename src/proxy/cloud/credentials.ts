import { DefaultCredentialsProvider } from '@alicloud/credentials'
import { ConfigurationError } from '../configurationError.ts'
import { untilAborted } from '../deadline.ts'

/**
 * An access key of Alibaba Cloud.
 *
 * @see https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
 */
export interface AccessKey {
  /** Names the key. */
  accessKeyId: string
  /** Signs; it never leaves the proxy. */
  accessKeySecret: string
  /** Comes with temporary keys. */
  securityToken?: string
}

/** Returns the key that is valid now. It is called before every call to the cloud, so it should cache keys. */
export type Credentials = () => Promise<AccessKey>

/** Where keys come from if the environment has none, such as the official chain. */
export interface CredentialsProvider {
  /** Returns the key that is valid now. */
  getCredentials(): Promise<AccessKey>
}

type Environment = Readonly<Record<string, string | undefined>>

const ID = 'ALIBABA_CLOUD_ACCESS_KEY_ID'
const SECRET = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'
const TOKEN = 'ALIBABA_CLOUD_SECURITY_TOKEN'

/**
 * The official credential chain: the environment, OIDC, the CLI's and the credentials file, the ECS
 * instance's role, a credentials URI. The chain is made at the first call and renews temporary keys.
 *
 * A key in `env` comes first. Everything else, the chain looks up in the process's own environment.
 *
 * @example
 * const handler = createProxyHandler({ instanceId: 'ccc-test', credentials: credentialChain(), authenticate })
 *
 * @param env where a key is looked for first. Default: the process's own environment
 * @param makeChain makes the chain. Default: the official one
 * @see https://github.com/aliyun/nodejs-credentials
 */
export function credentialChain(
  env: Environment = process.env,
  makeChain: () => CredentialsProvider = () => DefaultCredentialsProvider.builder().build(),
): Credentials {
  const [accessKeyId, accessKeySecret, securityToken] = [ID, SECRET, TOKEN].map((name) =>
    env[name]?.trim(),
  )
  if (accessKeyId && accessKeySecret) {
    const key = { accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) }
    return async () => key
  }

  let chain: CredentialsProvider | undefined
  let asked: Promise<AccessKey> | undefined
  const ask = async () => {
    try {
      chain ??= makeChain()
      return await chain.getCredentials()
    } catch (error) {
      // After a failure the official chain stays at its last provider, whatever becomes available later.
      chain = undefined
      throw error
    }
  }
  // The official chain must not be asked twice at once: the second request would get only the provider that
  // the first is just trying.
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined
    })
    return asked
  }
}

/** What is wrong with the access key in an environment, and how to fix it. Never contains the key. */
export function accessKeyProblems(env: Environment): string[] {
  const [id, secret] = [env[ID]?.trim(), env[SECRET]?.trim()]
  if (id && !secret) return [`${ID} is set without ${SECRET}: set both or neither.`]
  if (secret && !id) return [`${SECRET} is set without ${ID}: set both or neither.`]
  return []
}

/**
 * Asks for a key once, so that a proxy that cannot sign does not start.
 *
 * @example
 * await checkCredentials(credentialChain())
 *
 * @param patience milliseconds: if nothing is configured, the chain waits for an ECS metadata service. Default 5000
 * @throws {ConfigurationError} if there is no key, or it does not come in time
 */
export async function checkCredentials(credentials: Credentials, patience = 5000): Promise<void> {
  const deadline = AbortSignal.timeout(patience)
  try {
    await readAccessKey(credentials, deadline)
  } catch (error) {
    const reason = deadline.aborted ? `no answer within ${patience} ms` : reasonWithoutSecret(error)
    throw new ConfigurationError([
      `No access key was found (${reason}): set ${ID} and ${SECRET}, for temporary keys ${TOKEN} ` +
        'too, or give the machine a RAM role.',
    ])
  }
}

/** Keys that have been looked at; most credentials return the same one for a while. */
const usable = new WeakSet<AccessKey>()

/** @throws whatever the credentials throw, or an Error for a key that cannot be used */
export async function readAccessKey(
  credentials: Credentials,
  signal: AbortSignal,
): Promise<AccessKey> {
  const key = await untilAborted(credentials(), signal)
  if (usable.has(key)) return key
  const parts = Object.entries({
    'access key id': key.accessKeyId,
    'access key secret': key.accessKeySecret,
    'security token': key.securityToken || 'none',
  })
  for (const [name, part] of parts) {
    if (!part) throw new Error(`the ${name} is missing`)
    // A line break from a file would lead to a refused header or a signature that never matches.
    if (!/^[\x21-\x7e]+$/.test(part))
      throw new Error(`the ${name} holds a blank or a foreign letter`)
  }
  usable.add(key)
  return key
}

/**
 * Why there is no key, in words that are safe to show. The official chain quotes whole answers and
 * configuration files in its messages, and with them the secrets.
 */
export function reasonWithoutSecret(error: unknown): string {
  if (!(error instanceof Error) || error.message === '') return 'without a reason'
  const reason = error.message
    .replace(/[{[<].*$/s, '…')
    .replace(/[\w+/=-]{12,}/g, (word) => (/^(?:[A-Z_]+|[a-z/_-]+)$/.test(word) ? word : '***'))
  return reason.length > 400 ? `${reason.slice(0, 400)}…` : reason
}
