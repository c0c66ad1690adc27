import { CccError } from '../ccc/index.ts'
import {
  type AccessKey,
  type Credentials,
  readAccessKey,
  reasonWithoutSecret,
} from './credentials.ts'
import { maskRequestId } from './masking.ts'
import { unreadableAnswer } from './refusal.ts'
import { signedHeaders } from './sign.ts'
import type { Call } from './workbench.ts'

export interface CloudOptions {
  /** An origin, as in `https://ccc.cn-shanghai.aliyuncs.com`. */
  endpoint: string
  credentials: Credentials
  /** Bytes of an answer, decompressed. */
  answerLimit: number
  fetch: typeof globalThis.fetch
}

/** An answer as it came, before anybody knows whether it makes sense. */
export interface CloudAnswer {
  status: number
  text: string
  /** The media type alone, in lower case; `''` without one. */
  type: string
  /** From the answer's header, `''` without one. */
  requestId: string
}

/**
 * Signs a call and sends it, once.
 *
 * @param signal aborted with the error to throw, when time is over or nobody waits any more
 * @throws {CccError} `CredentialsUnavailable` (500), `CloudUnreachable` (502), `UnreadableAnswer` (502)
 * for a redirect and for an answer over the limit, and the signal's reason
 */
export async function callCloud(
  call: Call,
  options: CloudOptions,
  signal: AbortSignal,
): Promise<CloudAnswer> {
  try {
    signal.throwIfAborted()
    const key = await takeAccessKey(options.credentials, signal)
    return await send(call, key, options, signal)
  } catch (error) {
    if (error instanceof CccError) throw error
    signal.throwIfAborted()
    throw unreachable(options, error)
  }
}

async function takeAccessKey(credentials: Credentials, signal: AbortSignal): Promise<AccessKey> {
  try {
    return await readAccessKey(credentials, signal)
  } catch (cause) {
    const reason = signal.aborted ? 'it did not come in time' : reasonWithoutSecret(cause)
    throw new CccError({
      code: 'CredentialsUnavailable',
      message: `The proxy has no access key to sign with: ${reason}.`,
      httpStatus: 500,
      cause,
    })
  }
}

async function send(
  { action, parameters }: Call,
  key: AccessKey,
  { endpoint, fetch, answerLimit }: CloudOptions,
  signal: AbortSignal,
): Promise<CloudAnswer> {
  const url = new URL(endpoint)
  // In the body and not in the query: URLs end up in the logs of everything on the way.
  const body = new URLSearchParams([...parameters]).toString()
  const headers = signedHeaders({ host: url.host, action, body }, key)
  // A redirect followed would carry the signature to a stranger.
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })

  const { status } = response
  const requestId = maskRequestId(response.headers.get('x-acs-request-id') ?? '')
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    await response.body?.cancel()
    throw unreadableAnswer(
      `The cloud answered with a redirect (HTTP ${status}), which is not followed: check the endpoint.`,
      requestId,
    )
  }
  const text = await readText(response, answerLimit)
  if (text === null) {
    throw unreadableAnswer(`The cloud's answer is longer than ${answerLimit} bytes.`, requestId)
  }
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return { status, text, type, requestId }
}

/** Null when there is more than the limit. */
async function readText(response: Response, limit: number): Promise<string | null> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > limit) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** What is thrown when the cloud takes longer than the whole call may: HTTP 504. */
export function cloudTimeout(endpoint: string, timeout: number): CccError {
  const { host } = new URL(endpoint)
  const message = `The cloud at ${host} did not answer within ${timeout} ms.`
  return new CccError({ code: 'CloudTimeout', message, httpStatus: 504 })
}

function unreachable({ endpoint }: CloudOptions, cause: unknown): CccError {
  const { host } = new URL(endpoint)
  const message = `The connection to the cloud at ${host} failed (${faultOf(cause)}).`
  return new CccError({ code: 'CloudUnreachable', message, httpStatus: 502, cause })
}

/** The system's code, as in `ECONNREFUSED`; its messages may hold more than should be told. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return faultOf(error.cause)
}
