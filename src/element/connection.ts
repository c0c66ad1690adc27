import { createProxyClient, type ProxyClient } from '../client/index.ts'
import type { Settings } from './settings.ts'

/** Makes the client for an element's settings, and a new one when they change. */
export class Connection {
  #key: readonly unknown[] = []
  #client: ProxyClient | null = null
  /** The settings that decide which server answers. */
  #who: readonly unknown[] = []
  /** Counts changes of server: a new server starts without the answers of the last. */
  turn = 0

  /** The client, or a sentence that says why there is none. */
  clientFor(settings: Settings): ProxyClient | string {
    const { client, endpoint = '', actionParam, regionId } = settings
    const { headers, credentials, timeout, request } = settings
    if (!client && !endpoint) {
      return 'endpoint is missing. Set the attribute endpoint to the address of your proxy, such as "/aliyun/ccc/api".'
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
      this.#client = client ?? createProxyClient(options)
      return this.#client
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}
