import { createSecretKey, type KeyObject } from 'node:crypto'
import { errors, type JWTVerifyOptions, type JWTVerifyResult, jwtVerify } from 'jose'

/** Minimum characters of a secret: as many as the shortest of the hashes has bytes. */
export const SECRET_LENGTH = 32

/** Listed one by one, so that `none` is never accepted. */
const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const

/** Checks a token. */
export type Verify = (token: string, expected: JWTVerifyOptions) => Promise<JWTVerifyResult>

/**
 * Checks tokens with shared secrets, several of which may be valid at once while they are changed.
 *
 * @param secrets returns the same array until they change
 */
export function verifyBySecrets(secrets: () => readonly string[]): Verify {
  let of: readonly string[] = []
  let keys: readonly KeyObject[] = []

  return async (token, expected) => {
    if (of !== secrets()) {
      of = secrets()
      keys = of.map((secret) => createSecretKey(Buffer.from(secret)))
    }
    let failure: unknown = new errors.JWSSignatureVerificationFailed()
    for (const key of keys) {
      try {
        return await jwtVerify(token, key, { ...expected, algorithms: [...ALGORITHMS] })
      } catch (error) {
        // Only a signature may be right with another secret.
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
        failure = error
      }
    }
    throw failure
  }
}
