import { createHash, createHmac } from 'node:crypto'
import { Readable } from 'node:stream'
import { OpenApiUtil } from '@alicloud/openapi-core'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { signedHeaders } from './sign.ts'

const request = {
  host: 'ccc.cn-shanghai.aliyuncs.com',
  action: 'PickOutboundNumbers',
  body: 'InstanceId=ccc-test&CalledNumber=13888888888',
}
const key = { accessKeyId: 'LTAItest', accessKeySecret: 'secret' }

function signed(headers: Readonly<Record<string, string | undefined>>): string[] {
  return /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []
}

afterEach(() => {
  vi.useRealTimers()
})

describe('signedHeaders', () => {
  it('signs as the specification of ACS3-HMAC-SHA256 says', () => {
    const headers: Record<string, string | undefined> = signedHeaders(request, key)
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const withHost = { ...headers, host: request.host }
    const names = signed(headers)
    const canonical = [
      'POST',
      '/',
      '',
      ...names.map((name) => `${name}:${new Map(Object.entries(withHost)).get(name)}`),
      '',
      names.join(';'),
      sha256(request.body),
    ].join('\n')
    const signature = createHmac('sha256', 'secret')
      .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
      .digest('hex')

    expect(headers.authorization).toBe(
      `ACS3-HMAC-SHA256 Credential=LTAItest,SignedHeaders=${names.join(';')},Signature=${signature}`,
    )
  })

  it('signs 10,000 random requests as the official library does', () => {
    const visible = fc.stringMatching(/^[\x21-\x7e]{1,40}$/)
    const any = fc.record({
      host: fc.domain(),
      action: fc.stringMatching(/^[A-Z][A-Za-z]{0,40}$/),
      body: fc.string({ unit: 'grapheme', maxLength: 200 }),
      key: fc.record(
        { accessKeyId: visible, accessKeySecret: visible, securityToken: visible },
        { requiredKeys: ['accessKeyId', 'accessKeySecret'] },
      ),
    })
    fc.assert(
      fc.property(any, ({ key, ...unsigned }) => {
        const { authorization, accept, ...headers } = signedHeaders(unsigned, key)
        const digest = OpenApiUtil.hash(Buffer.from(unsigned.body), 'ACS3-HMAC-SHA256')
        const official = OpenApiUtil.getAuthorization(
          {
            protocol: 'https',
            port: 443,
            method: 'POST',
            pathname: '/',
            query: {},
            headers: { ...headers, accept, host: unsigned.host },
            body: Readable.from([unsigned.body]),
          },
          'ACS3-HMAC-SHA256',
          digest.toString('hex'),
          key.accessKeyId,
          key.accessKeySecret,
        )
        return authorization === official
      }),
      { numRuns: 10_000 },
    )
  }, 30_000)

  it('signs the host, the content and everything of the protocol', () => {
    const headers = signedHeaders(request, key)
    expect(signed(headers)).toEqual([
      'content-type',
      'host',
      'x-acs-action',
      'x-acs-content-sha256',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-version',
    ])
    expect(headers).toMatchObject({
      'x-acs-action': 'PickOutboundNumbers',
      'x-acs-version': '2020-07-01',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    })
  })

  it('leaves the host to fetch, which does not let it be set everywhere', () => {
    expect(signedHeaders(request, key)).not.toHaveProperty('host')
  })

  it('dates in whole seconds of UTC', () => {
    vi.useFakeTimers({ now: new Date('2026-02-11T08:05:03.987Z') })
    expect(signedHeaders(request, key)['x-acs-date']).toBe('2026-02-11T08:05:03Z')
  })

  it('never uses a nonce twice', () => {
    const nonces = [1, 2, 3].map(() => signedHeaders(request, key)['x-acs-signature-nonce'])
    expect(new Set(nonces).size).toBe(3)
  })

  it('sends and signs the token of a temporary key, and names the key', () => {
    const headers = signedHeaders(request, { ...key, securityToken: 'token' })
    expect(headers).toMatchObject({
      'x-acs-security-token': 'token',
      'x-acs-accesskey-id': 'LTAItest',
    })
    expect(signed(headers)).toEqual(
      expect.arrayContaining(['x-acs-security-token', 'x-acs-accesskey-id']),
    )
  })

  it('never sends the secret', () => {
    const headers = signedHeaders(request, { ...key, accessKeySecret: 'S3cretS3cret' })
    expect(JSON.stringify(headers)).not.toContain('S3cret')
  })
})
