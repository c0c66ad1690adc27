import { CccError } from '../../ccc/index.ts'
import { type Call, isRead } from '../call/index.ts'
import { maskRequestId } from '../masking.ts'
import { unreadableAnswer } from '../refusal.ts'
import {
  type AccessKey,
  type Credentials,
  readAccessKey,
  reasonWithoutSecret,
} from './credentials.ts'
import type { Post } from './post.ts'
import { signedHeaders } from './sign.ts'

export interface CloudOptions {
  /** An origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  endpoint: string
  credentials: Credentials
  /** Maximum bytes of an answer. */
  answerLimit: number
  post: Post
  /** Goes with the call, outside of the signature. */
  traceparent?: string | null
}

/** An answer as it came, not checked yet. */
export interface CloudAnswer {
  status: number
  text: string
  /** The media type without parameters, in lowercase; `''` if there is none. */
  type: string
  /** From the answer's header, `''` if there is none. */
  requestId: string
}

/**
 * Signs a call and sends it, once.
 *
 * @param signal aborted with the error to throw, when time is up or nobody waits any longer
 * @throws {CccError} `CloudUnreachable` (502), `UnreadableAnswer` (502) for a redirect and for an answer over
 * the limit, and the signal's reason
 */
export async function callCloud(
  call: Call,
  key: AccessKey,
  options: CloudOptions,
  signal: AbortSignal,
): Promise<CloudAnswer> {
  try {
    return await send(call, key, options, signal)
  } catch (error) {
    if (error instanceof CccError) throw error
    signal.throwIfAborted()
    throw unreachable(options, error)
  }
}

/** @throws {CccError} `CredentialsUnavailable` (500), or the signal's reason if nobody waits any longer */
export async function takeAccessKey(
  credentials: Credentials,
  signal: AbortSignal,
): Promise<AccessKey> {
  signal.throwIfAborted()
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
  { endpoint, post, answerLimit, traceparent }: CloudOptions,
  signal: AbortSignal,
): Promise<CloudAnswer> {
  signal.throwIfAborted()
  const url = new URL(endpoint)
  // In the body and not in the query: URLs appear in the logs of every server on the way.
  const body = new URLSearchParams([...parameters]).toString()
  const signed = signedHeaders({ host: url.host, action, body }, key)
  const headers = traceparent ? { ...signed, traceparent } : signed
  const acts = !isRead(action)
  const answer = await post(url, { headers, body, signal, acts, limit: answerLimit })

  const { status, text } = answer
  const requestId = maskRequestId(answer.header('x-acs-request-id'))
  if (status >= 300 && status < 400) {
    // Following a redirect would send the signature to an unknown server.
    throw unreadableAnswer(
      `The cloud answered with a redirect (HTTP ${status}), which is not followed: check the endpoint.`,
      requestId,
    )
  }
  if (text === null) {
    throw unreadableAnswer(`The cloud's answer is longer than ${answerLimit} bytes.`, requestId)
  }
  const type = answer.header('content-type').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return { status, text, type, requestId }
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

/** The system's code, such as `ECONNREFUSED`; its messages may contain more than should be shown. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return faultOf(error.cause)
}
