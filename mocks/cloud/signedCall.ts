/** What a signed request claims, with either signature; nothing is verified yet. */
export interface SignedCall {
  signature: 'V3' | 'V1'
  action: string
  version: string
  accessKeyId: string
  nonce: string
  /** When it was signed, milliseconds since 1970; NaN if that can't be read. */
  signedAt: number
  /** The signature that came with the request. */
  given: string
  /** What the server would have signed. */
  stringToSign: string
  /** The signature that the request would bear if it had been signed with this secret. */
  signWith(secret: string): string
}
