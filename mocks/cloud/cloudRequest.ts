import type { ApiParameters } from '../model/index.ts'

/** An HTTP request, in the form that both signature checks need. */
export interface CloudRequest {
  method: string
  path: string
  query: URLSearchParams
  form: URLSearchParams
  headers: Headers
  body: Uint8Array
}

export async function readCloudRequest(request: Request): Promise<CloudRequest> {
  const { pathname, searchParams } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const isForm = request.headers
    .get('content-type')
    ?.toLowerCase()
    .startsWith('application/x-www-form-urlencoded')
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    form: new URLSearchParams(isForm ? new TextDecoder().decode(body) : ''),
    headers: request.headers,
    body,
  }
}

/** Parameters travel in the query, in a form, or in both. */
export function parametersOf({ query, form }: CloudRequest): ApiParameters {
  return Object.fromEntries([...query, ...form])
}
