import { type Action, CccError } from '../ccc/index.ts'
import { createProxyClient, type ProxyClient } from '../client/index.ts'
import type { Settings } from './settings.ts'

/** Makes the client that an element's settings ask for, and a new one when those change. */
export class Connection {
  readonly #onError: (error: CccError) => void
  #key: readonly unknown[] = []
  #client: ProxyClient | null = null

  constructor(onError: (error: CccError) => void) {
    this.#onError = onError
  }

  /** The client, or the sentence that says why there is none. */
  clientFor({
    client,
    endpoint,
    actionParam,
    regionId,
    headers,
    credentials,
    timeout,
    request,
  }: Settings): ProxyClient | string {
    if (!client && !endpoint) {
      return '<outbound-number-picker>: endpoint is missing. Set the attribute endpoint to the address of your proxy, such as "/aliyun/ccc/api".'
    }
    const key = [client, endpoint, actionParam, regionId, headers, credentials, timeout, request]
    if (this.#client && key.every((part, index) => part === this.#key[index])) return this.#client
    this.#key = key
    try {
      this.#client = this.#watched(
        client ??
          createProxyClient({
            endpoint: endpoint ?? '',
            ...(actionParam && { actionParam }),
            ...(regionId && { regionId }),
            ...(headers && { headers }),
            ...(credentials && { credentials }),
            ...(timeout !== undefined && { timeout }),
            ...(request && { request }),
          }),
      )
    } catch (error) {
      this.#client = null
      return error instanceof Error ? error.message : String(error)
    }
    return this.#client
  }

  #watched(client: ProxyClient): ProxyClient {
    return {
      call: async <Request, Result>(
        action: Action<Request, Result>,
        request: Request,
        options?: { signal?: AbortSignal },
      ): Promise<Result> => {
        try {
          return await client.call(action, request, options)
        } catch (error) {
          if (error instanceof CccError) this.#onError(error)
          throw error
        }
      },
    }
  }
}
