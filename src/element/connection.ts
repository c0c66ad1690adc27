import type { CccAction } from '../ccc/index.ts'
import { createProxyClient, type ProxyClient } from '../client/index.ts'
import type { Settings } from './settings.ts'

/** Makes the client for an element's settings, and a new one when they change. */
export class Connection {
  readonly #onError: (error: Error) => void
  #key: readonly unknown[] = []
  #client: ProxyClient | null = null
  /** The settings that decide which server answers. */
  #who: readonly unknown[] = []
  /** Counts changes of server: a new server starts without the answers of the last. */
  turn = 0

  constructor(onError: (error: Error) => void) {
    this.#onError = onError
  }

  /** The client, or a sentence that says why there is none. */
  clientFor(settings: Settings): ProxyClient | string {
    const { client, endpoint = '', actionParam, regionId } = settings
    const { headers, credentials, timeout, request } = settings
    if (!client && !endpoint) {
      return '<outbound-number-picker>: endpoint is missing. Set the attribute endpoint to the address of your proxy, such as "/aliyun/ccc/api".'
    }
    const options = { endpoint, actionParam, regionId, headers, credentials, timeout, request }
    const key = [client, ...Object.values(options)]
    if (this.#client && key.every((part, index) => part === this.#key[index])) return this.#client
    this.#key = key
    this.#client = null
    const who = [client, endpoint, actionParam, regionId]
    if (who.some((part, index) => part !== this.#who[index])) this.turn++
    this.#who = who
    try {
      this.#client = this.#watched(client ?? createProxyClient(options))
      return this.#client
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  #watched(client: ProxyClient): ProxyClient {
    return {
      call: async <Request, Result>(
        action: CccAction<Request, Result>,
        request: Request,
        options?: { signal?: AbortSignal },
      ): Promise<Result> => {
        try {
          return await client.call(action, request, options)
        } catch (error) {
          const taken = options?.signal?.aborted === true
          if (error instanceof Error && !taken) this.#onError(error)
          throw error
        }
      },
    }
  }
}
