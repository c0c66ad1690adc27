import { createHash, createHmac } from 'node:crypto'
import { CloudError } from '../model/index.ts'
import type { CloudRequest } from './cloudRequest.ts'
import { canonicalQuery } from './percentEncode.ts'
import type { SignedCall } from './signedCall.ts'

const ALGORITHM = 'ACS3-HMAC-SHA256'

const requiredHeaders = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

/**
 * Reads a request that is signed with `ACS3-HMAC-SHA256` in its `Authorization` header. Written
 * from the specification, not from the official code, so that each can show errors in the other.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function readV3(request: CloudRequest): SignedCall & { canonicalRequest: string } {
  const { accessKeyId, signedHeaders, given } = readAuthorization(request.headers)
  requireSigned(request.headers, signedHeaders)

  const bodyHash = sha256(request.body)
  const canonicalRequest = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    // Each header ends its line, so there is an empty line before the names.
    ...signedHeaders.map((name) => `${name}:${(request.headers.get(name) ?? '').trim()}`),
    '',
    signedHeaders.join(';'),
    bodyHash,
  ].join('\n')
  const stringToSign = `${ALGORITHM}\n${sha256(canonicalRequest)}`

  // The claimed hash is signed as a header; what was signed must also be what was sent.
  if (request.headers.get('x-acs-content-sha256') !== bodyHash) {
    throw new CloudError('SignatureDoesNotMatch', stringToSign)
  }
  return {
    signature: 'V3',
    action: request.headers.get('x-acs-action') ?? '',
    version: request.headers.get('x-acs-version') ?? '',
    accessKeyId,
    nonce: request.headers.get('x-acs-signature-nonce') ?? '',
    signedAt: Date.parse(request.headers.get('x-acs-date') ?? ''),
    given,
    canonicalRequest,
    stringToSign,
    signWith: (secret) => createHmac('sha256', secret).update(stringToSign).digest('hex'),
  }
}

function readAuthorization(headers: Headers) {
  const authorization = headers.get('authorization') ?? ''
  const [, accessKeyId, names, given] =
    /^ACS3-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(
      authorization,
    ) ?? []
  if (!accessKeyId || !names || !given) {
    throw new CloudError(
      'IncompleteSignature',
      `Authorization must read "${ALGORITHM} Credential=…,SignedHeaders=…,Signature=…"`,
    )
  }
  return { accessKeyId, signedHeaders: names.split(';'), given }
}

function requireSigned(headers: Headers, signedHeaders: readonly string[]): void {
  for (const name of requiredHeaders) {
    if (!headers.has(name)) throw new CloudError('IncompleteSignature', `${name} is missing`)
  }
  for (const name of headers.keys()) {
    const mustBeSigned = name.startsWith('x-acs-') || name === 'host' || name === 'content-type'
    if (mustBeSigned && !signedHeaders.includes(name)) {
      throw new CloudError('IncompleteSignature', `${name} is sent but not signed`)
    }
  }
  const sorted = [...signedHeaders].sort()
  if (signedHeaders.some((name, position) => name !== sorted[position])) {
    throw new CloudError('IncompleteSignature', 'SignedHeaders are not in alphabetical order')
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
