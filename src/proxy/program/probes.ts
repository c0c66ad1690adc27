import type { RequestListener } from 'node:http'
import { CccError } from '../../ccc/index.ts'
import { jsonAnswer, type Outgoing, okEnvelope, refusalAnswer } from '../outgoing.ts'
import { writeToNode } from './nodeRequest.ts'

export interface ProbeOptions {
  /** Why calls should not come here; null if they should. */
  whyNotReady: () => Promise<CccError | null>
  /** Without it, there is no `/metrics`. */
  registry?: { contentType: string; metrics(): Promise<string> } | undefined
}

/** Answers a probe; null if the request is none. */
export type Probes = (method: string, target: string) => Promise<Outgoing> | null

/**
 * Answers probes by operators: `/healthz` says that the process is alive, `/readyz` whether calls should come
 * here, `/metrics` what happened.
 *
 * A target is compared letter by letter, before anything normalises it: a balancer that lets a prefix through must
 * not let `prefix/../metrics` through. Nothing else of a request is read, so that a probe needs no host, and
 * HTTP/1.0 will do.
 */
export function createProbes({ whyNotReady, registry }: ProbeOptions): Probes {
  const answers: Readonly<Record<string, () => Promise<Outgoing>>> = {
    '/healthz': async () => jsonAnswer(200, okEnvelope),
    '/readyz': async () => {
      const reason = await whyNotReady()
      return reason ? refusalAnswer(reason) : jsonAnswer(200, okEnvelope)
    },
    ...(registry && {
      '/metrics': async () => ({
        status: 200,
        headers: { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
        body: await registry.metrics(),
      }),
    }),
  }
  return (method, target) => {
    if (method !== 'GET' && method !== 'HEAD') return null
    return Object.hasOwn(answers, target) ? (answers[target]?.() ?? null) : null
  }
}

export function draining(): CccError {
  const message = 'This replica ends and takes no new calls: send them to another.'
  return new CccError({ code: 'ServiceUnavailable.Draining', message, httpStatus: 503 })
}

/** Answers probes and nothing else. */
export function adminListener(probes: Probes): RequestListener {
  return async ({ method = '', url = '' }, response) => {
    writeToNode((await probes(method, url)) ?? refusalAnswer(nothingElse()), response)
  }
}

function nothingElse(): CccError {
  const message = 'Here are /healthz, /readyz and /metrics alone.'
  return new CccError({ code: 'EndpointNotFound', message, httpStatus: 404 })
}
