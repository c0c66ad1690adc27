import { accessKey, type MockCloud, startMockCloud } from '../mocks/cloud/index.ts'

/**
 * Starts the simulated cloud on a free port, and returns the environment with which a proxy calls it as it
 * would call the real one, over signed HTTP.
 */
export async function simulate(
  environment: NodeJS.ProcessEnv,
): Promise<{ cloud: MockCloud; environment: NodeJS.ProcessEnv }> {
  const cloud = await startMockCloud({ port: 0 })
  return {
    cloud,
    environment: {
      ...environment,
      CCC_ENDPOINT: cloud.url,
      CCC_INSTANCE_ID: 'ccc-test',
      // The simulated cloud has nothing to protect, and the proxy listens on this machine alone.
      PROXY_AUTH: 'none',
      PROXY_JWT_SECRET: '',
      PROXY_JWT_JWKS_URL: '',
      HOST: '127.0.0.1',
      ALIBABA_CLOUD_ACCESS_KEY_ID: accessKey.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKey.secret,
    },
  }
}
