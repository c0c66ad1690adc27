/** One request that the proxy signed and sent, and what came back. A read may be sent more than once. */
export interface Exchange {
  url: string
  /** As they were sent; the signature and most of the access key's id are left out. */
  headers: Record<string, string>
  body: string
  canonicalRequest: string
  stringToSign: string
  status: number
  answer: string
  milliseconds: number
}

/** A request with this header, which holds an id, is traced by the page's server. */
export const traceHeader = 'x-preview-trace'

/** Where the server tells what it saw, once: `GET /preview/trace?<id>`. */
export const tracePath = '/preview/trace'
