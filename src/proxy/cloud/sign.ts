import { Readable } from 'node:stream'
import { OpenApiUtil } from '@alicloud/openapi-core'
import type { AccessKey } from './credentials.ts'

const ALGORITHM = 'ACS3-HMAC-SHA256'
const VERSION = '2020-07-01'

/** What is signed: a POST of a form to the root of an endpoint. */
export interface Unsigned {
  /** Such as `ccc.cn-shanghai.aliyuncs.com`; with the port if it is not the scheme's default. */
  host: string
  action: string
  /** The form, encoded as it is sent. */
  body: string
}

/**
 * The headers that make a form a signed request, without `Host`, which Node sets to the same value.
 * Each call makes a new nonce, so sign again for every try.
 *
 * @see https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature
 */
export function signedHeaders({ host, action, body }: Unsigned, key: AccessKey) {
  const digest = OpenApiUtil.hash(Buffer.from(body), ALGORITHM).toString('hex')
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': action,
    'x-acs-version': VERSION,
    'x-acs-date': OpenApiUtil.getTimestamp(),
    'x-acs-signature-nonce': crypto.randomUUID(),
    'x-acs-content-sha256': digest,
    // Like the official client, name the key a second time if it is a temporary one.
    ...(key.securityToken && {
      'x-acs-accesskey-id': key.accessKeyId,
      'x-acs-security-token': key.securityToken,
    }),
  }
  const request = {
    protocol: 'https',
    port: 443,
    method: 'POST',
    pathname: '/',
    query: {},
    headers: { ...headers, host },
    body: Readable.from([body]),
  }
  const { accessKeyId, accessKeySecret } = key
  return {
    ...headers,
    authorization: OpenApiUtil.getAuthorization(
      request,
      ALGORITHM,
      digest,
      accessKeyId,
      accessKeySecret,
    ),
  }
}
