import { createHmac } from 'node:crypto'
import { CloudError } from '../model/index.ts'
import { type CloudRequest, parametersOf } from './cloudRequest.ts'
import { canonicalQuery, percentEncode } from './percentEncode.ts'
import type { SignedCall } from './signedCall.ts'

const fixedParameters = { SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0' }

const requiredParameters = ['AccessKeyId', 'SignatureNonce', 'Timestamp', 'Version']

/** Reads a request of the older kind, which has everything in its parameters, even the signature. */
export function readV1(request: CloudRequest): SignedCall {
  const { Signature: given = '', ...signed } = parametersOf(request)
  for (const [name, value] of Object.entries(fixedParameters)) {
    if (signed[name] !== value) {
      throw new CloudError('IncompleteSignature', `${name} must be ${value}, not "${signed[name]}"`)
    }
  }
  for (const name of requiredParameters) {
    if (!signed[name]) throw new CloudError('IncompleteSignature', `${name} is missing`)
  }

  const stringToSign = `${request.method}&%2F&${percentEncode(canonicalQuery(Object.entries(signed)))}`
  return {
    signature: 'V1',
    action: signed.Action ?? '',
    version: signed.Version ?? '',
    accessKeyId: signed.AccessKeyId ?? '',
    nonce: signed.SignatureNonce ?? '',
    signedAt: Date.parse(signed.Timestamp ?? ''),
    given,
    stringToSign,
    // The trailing ampersand is part of the key.
    signWith: (secret) => createHmac('sha1', `${secret}&`).update(stringToSign).digest('base64'),
  }
}
