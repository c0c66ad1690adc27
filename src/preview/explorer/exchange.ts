/** One request that the proxy signed and sent. A read may be sent more than once. */
export interface Exchange {
  url: string
  /** As they were sent, without the signature, a temporary key's token, and most of the access key's id. */
  headers: Record<string, string>
  body: string
  /** As it was signed, without the same. */
  canonicalRequest: string
  stringToSign: string
}

/** A request with this header, which holds an id, is traced by the page's server. */
export const traceHeader = 'x-preview-trace'

/** Where the server tells what it saw, once: `GET /preview/trace?<id>`. */
export const tracePath = '/preview/trace'
