import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigurationError } from './configurationError.ts'

function problems(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  return []
}

describe('readConfig', () => {
  it('needs the instance alone', () => {
    expect(readConfig({ CCC_INSTANCE_ID: 'ccc-test' })).toEqual({
      port: 8787,
      host: '127.0.0.1',
      instanceId: 'ccc-test',
      regionId: 'cn-shanghai',
      endpoint: 'https://ccc.cn-shanghai.aliyuncs.com',
      allowedOrigins: [],
      timeout: 8000,
    })
  })

  it('takes everything from its variables', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '0.0.0.0',
        CCC_INSTANCE_ID: ' ccc-test ',
        CCC_REGION_ID: 'ap-southeast-1',
        CCC_ENDPOINT: 'http://127.0.0.1:9000/',
        PROXY_ALLOWED_ORIGINS: 'https://desk.example.com, http://LOCALHOST:5173 ,',
        PROXY_TIMEOUT_MS: '3000',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      instanceId: 'ccc-test',
      regionId: 'ap-southeast-1',
      endpoint: 'http://127.0.0.1:9000',
      allowedOrigins: ['https://desk.example.com', 'http://localhost:5173'],
      timeout: 3000,
    })
  })

  it('finds the endpoint of the region', () => {
    const env = { CCC_INSTANCE_ID: 'ccc-test', CCC_REGION_ID: 'ap-southeast-1', CCC_ENDPOINT: '' }
    expect(readConfig(env).endpoint).toBe('https://ccc.ap-southeast-1.aliyuncs.com')
  })

  it('takes an empty variable for one that is not set', () => {
    const env = { CCC_INSTANCE_ID: 'ccc-test', PORT: '', HOST: ' ', PROXY_ALLOWED_ORIGINS: '' }
    expect(readConfig(env)).toMatchObject({ port: 8787, host: '127.0.0.1', allowedOrigins: [] })
  })

  it('tells every problem at once, each with its variable, its value and the way out', () => {
    expect(
      problems({
        PORT: '87 87',
        CCC_REGION_ID: 'shanghai.evil.com/',
        CCC_ENDPOINT: 'ccc.cn-shanghai.aliyuncs.com',
        PROXY_ALLOWED_ORIGINS: 'https://desk.example.com,*,desk.example.com',
        PROXY_TIMEOUT_MS: '8s',
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest',
      }),
    ).toEqual([
      'PORT is "87 87": set a whole number from 0 (any free port) to 65535.',
      'CCC_INSTANCE_ID is not set: set the ID of your call center instance, as in ccc-test.',
      'CCC_REGION_ID is "shanghai.evil.com/": set a region ID, as in cn-shanghai.',
      expect.stringMatching(/^CCC_ENDPOINT is "ccc\.cn-shanghai\.aliyuncs\.com": set http/),
      expect.stringMatching(/^PROXY_ALLOWED_ORIGINS is "\*": write each origin/),
      expect.stringMatching(/^PROXY_ALLOWED_ORIGINS is "desk\.example\.com": write/),
      'PROXY_TIMEOUT_MS is "8s": set milliseconds, a whole number from 1 to 120000.',
      expect.stringMatching(/^ALIBABA_CLOUD_ACCESS_KEY_ID is set without/),
    ])
  })

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '1.5'],
    ['PORT', '0x50'],
    ['HOST', 'http://localhost'],
    ['CCC_INSTANCE_ID', 'ccc test'],
    ['CCC_ENDPOINT', 'https://ccc.example.com/v1'],
    ['CCC_ENDPOINT', 'ftp://ccc.example.com'],
    ['PROXY_ALLOWED_ORIGINS', 'https://desk.example.com/app'],
    ['PROXY_TIMEOUT_MS', '0'],
    ['PROXY_TIMEOUT_MS', '120001'],
  ])('refuses %s = %s', (name, value) => {
    expect(problems({ CCC_INSTANCE_ID: 'ccc-test', [name]: value })).toEqual([
      expect.stringContaining(`${name} is ${JSON.stringify(value)}: `),
    ])
  })

  it('keeps an endless value short', () => {
    expect(problems({ CCC_INSTANCE_ID: 'x '.repeat(5000) })[0]?.length).toBeLessThan(250)
  })
})
