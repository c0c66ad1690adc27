import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../configurationError.ts'
import { readConfig } from './config.ts'

const SECRET = 'a-secret-of-thirty-two-characters'
const OFFER_SECRET = 'one-more-secret-of-32-characters!'
const jwt = {
  PROXY_JWT_SECRET: SECRET,
  PROXY_JWT_ISSUER: 'https://id.example.com',
  PROXY_JWT_AUDIENCE: 'picker',
}
const enough = { CCC_INSTANCE_ID: 'ccc-test', ...jwt }

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
  it('needs the instance, and to know who calls', () => {
    expect(readConfig(enough)).toEqual({
      instanceId: 'ccc-test',
      regionId: 'cn-shanghai',
      endpoint: 'https://ccc.cn-shanghai.aliyuncs.com',
      jwt: {
        key: { secrets: expect.any(Function) },
        issuer: 'https://id.example.com',
        audience: 'picker',
        cookie: undefined,
        groupsClaim: 'skill_groups',
      },
      jwtSecrets: [SECRET],
      secretsFile: null,
      actions: 'picker',
      allowedOrigins: [],
      path: '/aliyun/ccc/api',
      actionParam: 'action',
      timeout: 8000,
      limit: { perAgent: 600, perAction: {}, perInstance: 6000, window: 60 },
      offerSecrets: [SECRET],
      history: { callsPerSecond: 20, timeZone: 'Asia/Shanghai' },
      proxies: undefined,
      redisUrl: null,
      host: '127.0.0.1',
      port: 8787,
      adminPort: undefined,
      workers: 1,
      unreadyAfter: 5000,
      drain: 0,
      logLevel: 'info',
      warnings: [],
    })
  })

  it('takes everything from its variables', () => {
    expect(
      readConfig({
        CCC_INSTANCE_ID: ' ccc-test ',
        CCC_REGION_ID: 'ap-southeast-1',
        CCC_ENDPOINT: 'http://127.0.0.1:9000/',
        PROXY_JWT_JWKS_URL: 'https://id.example.com/keys',
        PROXY_JWT_ISSUER: 'i',
        PROXY_JWT_AUDIENCE: 'a',
        PROXY_JWT_COOKIE: 'session',
        PROXY_JWT_GROUPS_CLAIM: 'https://example.com/groups',
        PROXY_ACTIONS: 'PickOutboundNumbers, MakeCall ,',
        PROXY_ALLOWED_ORIGINS: 'https://desk.example.com, http://LOCALHOST:5173 ,',
        PROXY_PATH: '/data/api.json',
        PROXY_ACTION_PARAM: 'apiName',
        PROXY_TIMEOUT_MS: '3000',
        PROXY_AGENT_LIMIT: '10',
        PROXY_ACTION_LIMITS: 'MakeCall=6, PickOutboundNumbers=30,',
        PROXY_INSTANCE_LIMIT: '0',
        PROXY_LIMIT_WINDOW_SECONDS: '1',
        PROXY_OFFER_SECRET: OFFER_SECRET,
        PROXY_HISTORY_LIMIT: '5',
        PROXY_HISTORY_TIME_ZONE: 'Asia/Singapore',
        REDIS_URL: 'rediss://:pass@redis:6380/1',
        HTTPS_PROXY: 'http://out.example.com:3128',
        no_proxy: 'localhost',
        HOST: '0.0.0.0',
        PORT: '0',
        PROXY_ADMIN_PORT: '9090',
        PROXY_WORKERS: '4',
        PROXY_UNREADY_MS: '0',
        PROXY_DRAIN_MS: '5000',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      instanceId: 'ccc-test',
      regionId: 'ap-southeast-1',
      endpoint: 'http://127.0.0.1:9000',
      jwt: {
        key: { jwksUrl: 'https://id.example.com/keys' },
        issuer: 'i',
        audience: 'a',
        cookie: 'session',
        groupsClaim: 'https://example.com/groups',
      },
      jwtSecrets: [],
      secretsFile: null,
      actions: ['PickOutboundNumbers', 'MakeCall'],
      allowedOrigins: ['https://desk.example.com', 'http://localhost:5173'],
      path: '/data/api.json',
      actionParam: 'apiName',
      timeout: 3000,
      limit: {
        perAgent: 10,
        perAction: { MakeCall: 6, PickOutboundNumbers: 30 },
        perInstance: 0,
        window: 1,
      },
      proxies: {
        httpsProxy: 'http://out.example.com:3128',
        httpProxy: '',
        noProxy: 'localhost',
      },
      offerSecrets: [OFFER_SECRET],
      history: { callsPerSecond: 5, timeZone: 'Asia/Singapore' },
      redisUrl: 'rediss://:pass@redis:6380/1',
      host: '0.0.0.0',
      port: 0,
      adminPort: 9090,
      workers: 4,
      unreadyAfter: 0,
      drain: 5000,
      logLevel: 'debug',
      warnings: [],
    })
  })

  it.each(['redis:6379', 'redis:', 'redis:///1', 'rediss://'])(
    'refuses a Redis without a host, without showing it: %s',
    (url) => {
      expect(problems({ ...enough, REDIS_URL: url })).toEqual([
        'REDIS_URL cannot be used: set redis:// or rediss:// and a host, as in redis://redis:6379.',
      ])
    },
  )

  it.each([
    'MakeCall',
    'MakeCall=0',
    'MakeCall=x',
    'makeCall=1',
    'MakeCall=1 PickOutboundNumbers=2',
  ])('refuses limits of actions that are none: %s', (text) => {
    expect(problems({ ...enough, PROXY_ACTION_LIMITS: text })).toEqual([
      expect.stringMatching(/^PROXY_ACTION_LIMITS is ".*": write an action, = and a whole number/),
    ])
  })

  it.each([
    ['REDIS_URI', 'REDIS_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['PROXY_TIMOUT_MS', 'PROXY_TIMEOUT_MS'],
    ['CCC_INSTANCEID', 'CCC_INSTANCE_ID'],
    ['ALIBABA_CLOUD_ACCESSKEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_ID'],
  ])('asks whether %s was meant to be %s', (written, meant) => {
    const { warnings } = readConfig({ ...enough, [written]: '1' })
    expect(warnings).toEqual([expect.stringContaining(`${written} is set`)])
    expect(warnings[0]).toContain(`did you mean ${meant}?`)
  })

  it('asks nothing about variables of other programs', () => {
    const others = { HOME: '/', HOSTNAME: 'h', PATH: '/bin', PORTS: '1', REDIS_HOST: 'r', LOG: 'x' }
    expect(readConfig({ ...enough, ...others }).warnings).toEqual([])
  })

  it('asks whether an action that it does not know is misspelt', () => {
    const actions = 'PickOutboundNumber,MakeCal,ListCallDetailRecordsV2,GetNumberLocation'
    const limits = 'MakeCalls=60,GetNumberLocation=9'
    const env = { ...enough, PROXY_ACTIONS: actions, PROXY_ACTION_LIMITS: limits }
    expect(readConfig(env).warnings).toEqual([
      'PROXY_ACTIONS names PickOutboundNumber, which the proxy does not know: did you mean PickOutboundNumbers?',
      'PROXY_ACTIONS names MakeCal, which the proxy does not know: did you mean MakeCall?',
      'PROXY_ACTION_LIMITS names MakeCalls, which the proxy does not know: did you mean MakeCall?',
    ])
  })

  it('refuses an outbound proxy that is no address, without showing it', () => {
    expect(problems({ ...enough, https_proxy: 'user:s3cret@proxy:3128' })).toEqual([
      'HTTPS_PROXY cannot be used: set http:// or https:// and a host, as in http://proxy.example.com:3128.',
    ])
  })

  it('accepts two secrets at once, and not the previous one alone', () => {
    const previous = 'the-secret-before-of-32-characters'
    const both = { ...enough, PROXY_JWT_SECRET_PREVIOUS: previous }
    expect(readConfig(both).jwtSecrets).toEqual([SECRET, previous])
    expect(
      problems({ ...both, PROXY_JWT_SECRET: '', PROXY_JWT_JWKS_URL: 'https://a.example' }),
    ).toEqual([expect.stringMatching(/^PROXY_JWT_SECRET_PREVIOUS is set without PROXY_JWT_SECRET/)])
  })

  it('wants a port for the probes of several workers, and warns that each counts for itself', () => {
    const several = { ...enough, PROXY_WORKERS: '2' }
    expect(problems(several)).toEqual([
      expect.stringMatching(/^PROXY_WORKERS is 2, and PROXY_ADMIN_PORT is not set/),
    ])
    expect(readConfig({ ...several, PROXY_ADMIN_PORT: '0' }).warnings).toEqual([
      expect.stringMatching(/REDIS_URL is not set: each worker counts limits/),
    ])
    expect(
      readConfig({ ...several, PROXY_ADMIN_PORT: '0', PROXY_WORKERS: 'auto' }).workers,
    ).toBeGreaterThan(0)
  })

  it('refuses to take longer to end than a service manager waits', () => {
    const slow = { ...enough, PROXY_DRAIN_MS: '15000', PROXY_TIMEOUT_MS: '8000' }
    expect(problems(slow)).toEqual([
      expect.stringMatching(
        /^PROXY_DRAIN_MS is 15000 and PROXY_TIMEOUT_MS 8000, so that ending may take 31\.5 s.*PROXY_STOP_MS/,
      ),
    ])
    expect(problems({ ...slow, PROXY_STOP_MS: '40000' })).toEqual([])
    expect(problems({ ...slow, PROXY_DRAIN_MS: '13000' })).toEqual([])
  })

  it('finds the endpoint of the region', () => {
    const env = { ...enough, CCC_REGION_ID: 'ap-southeast-1', CCC_ENDPOINT: '' }
    expect(readConfig(env).endpoint).toBe('https://ccc.ap-southeast-1.aliyuncs.com')
  })

  it('takes an empty variable for one that is not set', () => {
    const env = { ...enough, PORT: '', HOST: ' ', PROXY_ALLOWED_ORIGINS: '' }
    expect(readConfig(env)).toMatchObject({ port: 8787, host: '127.0.0.1', allowedOrigins: [] })
  })

  it.each(['picker', 'picker+history', 'workbench'])('knows the preset %s', (name) => {
    expect(readConfig({ ...enough, PROXY_ACTIONS: name }).actions).toBe(name)
  })

  it('warns of offers that other replicas would not accept', () => {
    const { PROXY_JWT_SECRET: _, ...withKeys } = {
      ...enough,
      PROXY_JWT_JWKS_URL: 'https://id.example.com/keys',
      PROXY_ACTIONS: 'picker+history',
    }
    expect(readConfig(withKeys).warnings).toEqual([
      expect.stringMatching(/^PROXY_OFFER_SECRET is not set: /),
    ])
    expect(readConfig({ ...withKeys, PROXY_OFFER_SECRET: OFFER_SECRET }).warnings).toEqual([])
    expect(readConfig({ ...withKeys, PROXY_ACTIONS: 'picker' }).warnings).toEqual([])
    expect(readConfig({ ...enough, PROXY_ACTIONS: 'picker+history' }).warnings).toEqual([])
  })

  it('tells every problem at once, each with its variable, its value and the way out', () => {
    expect(
      problems({
        PORT: '87 87',
        CCC_REGION_ID: 'shanghai.evil.com/',
        CCC_ENDPOINT: 'ccc.cn-shanghai.aliyuncs.com',
        PROXY_ALLOWED_ORIGINS: 'https://desk.example.com,*,desk.example.com',
        PROXY_TIMEOUT_MS: '8s',
        PROXY_JWT_JWKS_URL: 'http://id.example.com/keys',
        ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest',
      }),
    ).toEqual([
      'CCC_INSTANCE_ID is not set: set the ID of your call center instance, as in ccc-test.',
      'CCC_REGION_ID is "shanghai.evil.com/": set a region ID, as in cn-shanghai.',
      expect.stringMatching(/^CCC_ENDPOINT is "ccc\.cn-shanghai\.aliyuncs\.com": set http/),
      expect.stringMatching(
        /^PROXY_JWT_JWKS_URL is "http:\/\/id\.example\.com\/keys": set an https/,
      ),
      expect.stringMatching(/^PROXY_ALLOWED_ORIGINS is "\*": write each origin/),
      expect.stringMatching(/^PROXY_ALLOWED_ORIGINS is "desk\.example\.com": write/),
      'PROXY_TIMEOUT_MS is "8s": set milliseconds, a whole number from 1 to 120000.',
      'PORT is "87 87": set a whole number from 0 (any free port) to 65535.',
      expect.stringMatching(/^PROXY_JWT_ISSUER is not set/),
      expect.stringMatching(/^PROXY_JWT_AUDIENCE is not set/),
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
    ['PROXY_AUTH', 'off'],
    ['PROXY_JWT_COOKIE', 'a cookie'],
    ['PROXY_ACTIONS', 'Picker!'],
    ['PROXY_ACTIONS', 'makeCall'],
    ['PROXY_PATH', 'data/api.json'],
    ['PROXY_PATH', '/healthz'],
    ['PROXY_ACTION_PARAM', 'a b'],
    ['PROXY_AGENT_LIMIT', 'many'],
    ['PROXY_LIMIT_WINDOW_SECONDS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s = %s', (name, value) => {
    expect(problems({ ...enough, [name]: value })).toEqual([
      expect.stringContaining(`${name} is ${JSON.stringify(value)}: `),
    ])
  })

  it.each([
    ['PROXY_JWT_SECRET', 'short-S3cret', /32 characters/],
    ['REDIS_URL', 'http://:S3cret@redis', /redis:\/\//],
  ])('refuses a bad %s without printing it', (name, value, remedy) => {
    const [found = '', ...others] = problems({ ...enough, [name]: value })
    expect(others).toEqual([])
    expect(found).toMatch(remedy)
    expect(found).not.toContain('S3cret')
  })

  it.each([`"${SECRET}"`, `'${SECRET}'`, `${SECRET} # ours`])(
    'refuses a secret with what belongs to its file: %s',
    (value) => {
      expect(problems({ ...enough, PROXY_JWT_SECRET: value })).toEqual([
        'PROXY_JWT_SECRET is in quotes or has a comment behind it: write the value alone.',
      ])
    },
  )

  it('warns of a variable that it does not know, as when one is misspelt', () => {
    const env = { ...enough, PROXY_RETRIES: '3', OTHER: 'x' }
    expect(readConfig(env).warnings).toEqual([
      'PROXY_RETRIES is set, and the proxy knows no such variable: docs/proxy.md lists them.',
    ])
  })

  it('warns of numbers that would travel in plain text', () => {
    const { warnings } = readConfig({ ...enough, CCC_ENDPOINT: 'http://ccc.example.com' })
    expect(warnings).toEqual([expect.stringMatching(/^CCC_ENDPOINT is http:.* plain text/)])
  })

  it('keeps an endless value short', () => {
    expect(problems({ ...enough, CCC_INSTANCE_ID: 'x '.repeat(5000) })[0]?.length).toBeLessThan(250)
  })
})

describe('who calls', () => {
  const env = { CCC_INSTANCE_ID: 'ccc-test' }

  it('has to be said: there is no start without it', () => {
    expect(problems(env)).toEqual([expect.stringMatching(/^Nothing tells who calls: set .*JWT/)])
  })

  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])(
    'may be left open aloud, on %s',
    (HOST) => {
      expect(readConfig({ ...env, HOST, PROXY_AUTH: 'none' }).jwt).toBeNull()
    },
  )

  it.each(['0.0.0.0', '::', '10.0.0.1', 'desk.example.com', '127.0.0.1.example.com'])(
    'may not be left open on %s, unless that is forced',
    (HOST) => {
      expect(problems({ ...env, HOST, PROXY_AUTH: 'none' })).toEqual([
        expect.stringMatching(/^PROXY_AUTH is none, and HOST is ".*none-forced/),
      ])
      expect(readConfig({ ...env, HOST, PROXY_AUTH: 'none-forced' }).jwt).toBeNull()
    },
  )

  it.each(['none', 'none-forced'])('is not both open (%s) and known by tokens', (PROXY_AUTH) => {
    expect(problems({ ...enough, PROXY_AUTH })).toEqual([
      expect.stringContaining(`PROXY_AUTH is ${PROXY_AUTH}, and PROXY_JWT_SECRET is set`),
    ])
  })

  it('is known by one key, not by two', () => {
    const both = { ...enough, PROXY_JWT_JWKS_URL: 'https://id.example.com/keys' }
    expect(problems(both)).toEqual([
      'PROXY_JWT_SECRET and PROXY_JWT_JWKS_URL are both set: leave one of them out.',
    ])
  })

  it('may be known by keys that are fetched from this machine without TLS', () => {
    const { PROXY_JWT_SECRET, ...rest } = enough
    const url = 'http://127.0.0.1:9000/keys'
    expect(readConfig({ ...rest, PROXY_JWT_JWKS_URL: url }).jwt?.key).toEqual({ jwksUrl: url })
  })
})
