import { CccError } from '../../ccc/index.ts'
import type { ProxyClient } from '../../client/index.ts'

/** A request that a picker made. */
export interface Asked {
  action: string
  /** The callee; `''` in a list. */
  callee: string
  skillGroupIds: readonly string[]
  count: number
  /** Undefined if none is named. */
  instanceId: unknown
  signal: AbortSignal | undefined
  /** Answers it with this `Data`, and perhaps this for history; returns the answer's request id. */
  answer: (data: unknown, offer?: string) => string
  fail: (error: Error) => void
}

/** A cloud that waits for a test to answer. It answers what was aborted, too: some transports do. */
export interface Cloud {
  client: ProxyClient
  /** All requests, oldest first. */
  requests: Asked[]
  /** Those that wait for their answer. */
  waiting: Asked[]
}

/** `ended` is called whenever a request is aborted. */
export function createCloud(ended = () => {}): Cloud {
  const requests: Asked[] = []
  const waiting: Asked[] = []
  let answers = 0

  const client: ProxyClient = {
    call: (action, request, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const { calledNumber, skillGroupIdList, count, instanceId } = action.parameters(request)
        const end = () => {
          const at = waiting.indexOf(asked)
          if (at !== -1) waiting.splice(at, 1)
        }
        const asked: Asked = {
          action: action.name,
          callee: String(calledNumber ?? ''),
          skillGroupIds: JSON.parse(String(skillGroupIdList ?? '[]')),
          count: Number(count ?? 0),
          instanceId,
          signal,
          answer: (data, offer) => {
            end()
            const requestId = `request-${++answers}`
            try {
              resolve(action.read({ data, requestId, offer }))
            } catch (error) {
              reject(error)
            }
            return requestId
          },
          fail: (error) => {
            end()
            reject(error)
          },
        }
        signal?.addEventListener('abort', ended)
        requests.push(asked)
        waiting.push(asked)
      }),
  }
  return { client, requests, waiting }
}

/** The `Data` of a pick: these callers, for this callee. */
export function pickOf(callee: string, callers: readonly string[]) {
  return callers.map((caller) => ({ Callee: { Number: callee }, Caller: { Number: caller } }))
}

/** Asking again cannot help. */
export const forbidden = () => new CccError({ code: 'Forbidden', message: 'not allowed' })

/** Asking again may help. */
export const unavailable = () => new CccError({ code: 'ServiceUnavailable', message: 'busy' })
