import type { Registry } from 'prom-client'
import { CccError } from '../../ccc/index.ts'
import { jsonAnswer, refusalAnswer } from '../refusal.ts'

export interface ProbeOptions {
  /** False while the proxy drains. */
  ready: () => boolean
  /** Without it, there is no `/metrics`. */
  registry?: Registry | undefined
}

/**
 * Answers probes by operators: `/healthz` says that the process is alive, `/readyz` whether calls should come
 * here, `/metrics` what happened. Null for every other path.
 *
 * If the cloud is down, the proxy stays ready. Otherwise no replica would be ready, and load balancers would
 * answer agents with their own error pages.
 */
export async function answerProbe(
  path: string,
  { ready, registry }: ProbeOptions,
): Promise<Response | null> {
  switch (path) {
    case '/healthz':
      return jsonAnswer(200, OK)
    case '/readyz':
      return ready() ? jsonAnswer(200, OK) : refusalAnswer(draining())
    case '/metrics':
      if (!registry) return null
      return new Response(await registry.metrics(), {
        headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
      })
    default:
      return null
  }
}

const OK = JSON.stringify({ Code: 'OK', Message: '', RequestId: '', HttpStatusCode: 200 })

function draining(): CccError {
  const message = 'This replica ends and takes no new calls: send them to another.'
  return new CccError({ code: 'ServiceUnavailable.Draining', message, httpStatus: 503 })
}
