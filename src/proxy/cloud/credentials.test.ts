import { describe, expect, it, vi } from 'vitest'
import {
  accessKeyProblems,
  checkCredentials,
  credentialChain,
  readAccessKey,
  reasonWithoutSecret,
} from './credentials.ts'

const key = { accessKeyId: 'LTAItest', accessKeySecret: 'secret' }
const inEnvironment = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
}

describe('credentialChain', () => {
  it('takes the key of the environment it is given', async () => {
    const makeChain = vi.fn()
    expect(await credentialChain(inEnvironment, makeChain)()).toEqual(key)
    expect(makeChain).not.toHaveBeenCalled()
  })

  it('takes the token of a temporary key, and no line break of a file', async () => {
    const env = { ...inEnvironment, ALIBABA_CLOUD_SECURITY_TOKEN: 'token\n' }
    expect(await credentialChain(env)()).toEqual({ ...key, securityToken: 'token' })
  })

  it('makes the official chain once, at the first call', async () => {
    const makeChain = vi.fn(() => ({ getCredentials: async () => key }))
    const credentials = credentialChain({}, makeChain)
    expect(makeChain).not.toHaveBeenCalled()
    await credentials()
    await credentials()
    expect(makeChain).toHaveBeenCalledTimes(1)
  })

  it('asks the chain once for all who ask at the same time', async () => {
    const getCredentials = vi.fn(async () => key)
    const credentials = credentialChain({}, () => ({ getCredentials }))
    expect(await Promise.all([credentials(), credentials()])).toEqual([key, key])
    expect(getCredentials).toHaveBeenCalledTimes(1)
  })

  it('starts with a new chain after a failure, because the old one would not look again', async () => {
    const makeChain = vi
      .fn()
      .mockReturnValueOnce({ getCredentials: () => Promise.reject(new Error('not yet')) })
      .mockReturnValueOnce({ getCredentials: async () => key })
    const credentials = credentialChain({}, makeChain)
    await expect(credentials()).rejects.toThrow('not yet')
    expect(await credentials()).toEqual(key)
  })
})

describe('accessKeyProblems', () => {
  it.each([
    [{}, []],
    [inEnvironment, []],
    [{ ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAItest' }, ['ALIBABA_CLOUD_ACCESS_KEY_ID is set without']],
    [
      { ALIBABA_CLOUD_ACCESS_KEY_ID: ' ', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'S3cret' },
      ['ALIBABA_CLOUD_ACCESS_KEY_SECRET is set without'],
    ],
  ])('of %j are %j', (env, problems) => {
    expect(accessKeyProblems(env)).toEqual(problems.map((one) => expect.stringContaining(one)))
    expect(accessKeyProblems(env).join()).not.toMatch(/LTAItest|S3cret/)
  })
})

describe('checkCredentials', () => {
  it('passes with a key', async () => {
    await expect(checkCredentials(async () => key)).resolves.toBeUndefined()
  })

  it('says which variables to set', async () => {
    const check = checkCredentials(() => Promise.reject(new Error('nothing found')))
    await expect(check).rejects.toMatchObject({
      name: 'ConfigurationError',
      problems: [
        expect.stringMatching(
          /nothing found.*ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET/,
        ),
      ],
    })
  })

  it('does not wait for ever', async () => {
    await expect(checkCredentials(() => new Promise(() => {}), 20)).rejects.toThrow(
      'no answer within 20 ms',
    )
  })
})

describe('readAccessKey', () => {
  it.each([
    [{ ...key, accessKeyId: '' }, 'the access key id is missing'],
    [{ ...key, accessKeySecret: '' }, 'the access key secret is missing'],
    [{ ...key, accessKeySecret: 'S3cret\n' }, 'the access key secret holds a blank'],
    [{ ...key, securityToken: 'tökén' }, 'the security token holds a blank'],
  ])('refuses a key that cannot sign: %j', async (unusable, message) => {
    const read = readAccessKey(async () => unusable, new AbortController().signal)
    await expect(read).rejects.toThrow(message)
  })
})

describe('reasonWithoutSecret', () => {
  it('keeps the words, the variables and the paths', () => {
    const reason =
      "Access key ID must be specified via environment variable (ALIBABA_CLOUD_ACCESS_KEY_ID), reading aliyun cli config from '/home/app/.aliyun/config.json' failed."
    expect(reasonWithoutSecret(new Error(reason))).toBe(reason)
  })

  it.each([
    `parse aliyun cli config failed: {"access_key_secret":"Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cX"`,
    'refresh session token failed: <Secret>Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cX</Secret>',
    'bad token Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cX==',
  ])('drops what may be a secret, as in %s', (message) => {
    expect(reasonWithoutSecret(new Error(message))).not.toContain('Zm9v')
  })

  it('is short', () => {
    expect(reasonWithoutSecret(new Error('no '.repeat(1000))).length).toBeLessThan(500)
  })
})
