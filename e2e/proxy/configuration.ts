import { SignJWT } from 'jose'

/** Signs the tokens of agents in tests, and offers. */
const SECRET = 'a-secret-of-thirty-two-characters'

/** A token of the simulated cloud's agent, or of another one. */
export function signToken(userId = 'agent@ccc-test', secret = SECRET): Promise<string> {
  return new SignJWT({ sub: userId, iss: 'test', aud: 'picker' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(Buffer.from(secret))
}

/** What a proxy needs to accept these tokens and to call a simulated cloud. */
export function environmentFor(cloudUrl: string): Record<string, string> {
  return {
    CCC_INSTANCE_ID: 'ccc-test',
    CCC_ENDPOINT: cloudUrl,
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
    PROXY_JWT_SECRET: SECRET,
    PROXY_JWT_ISSUER: 'test',
    PROXY_JWT_AUDIENCE: 'picker',
  }
}
