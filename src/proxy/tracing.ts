import {
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import type { AnswerEvent } from './event.ts'
import type { Incoming } from './incoming.ts'
import { maskRequestId } from './masking.ts'

const TRACEPARENT = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/
const tracer = trace.getTracer('outbound-number-picker-proxy')

/** What is known about a request so far. */
export interface Trace {
  event: AnswerEvent
  /** Headers of the answer, whatever it will be. */
  headers: Record<string, string>
  /** What goes on to the cloud of the trace that the request belongs to; null if it belongs to none. */
  traceparent: string | null
  span: Span
}

/**
 * Begins to follow a request. Where no SDK of OpenTelemetry is loaded, its span stands for the caller's own, whose
 * `traceparent` then goes on to the cloud as it came.
 */
export function beginTrace({ header }: Incoming): Trace {
  const span = beginSpan(header('traceparent'))
  const context = span.spanContext()
  const requestId = requestIdOf(header('x-request-id'))
  const event: AnswerEvent = {
    type: 'answer',
    requestId,
    traceId: isSpanContextValid(context) ? context.traceId : '',
    agent: '',
    action: '',
    code: 'OK',
    status: 0,
    upstreamRequestId: '',
    attempts: 0,
    milliseconds: 0,
  }
  return { event, headers: { 'X-Request-Id': requestId }, traceparent: traceparentOf(span), span }
}

/** Ends the span with what logs and metrics say of the request; no number is among it. */
export function endTrace({ span, event: { action, code, status, attempts } }: Trace): void {
  if (!span.isRecording()) return
  if (action !== '') span.updateName(action)
  span.setAttributes({
    'http.response.status_code': status,
    'ccc.action': action,
    'ccc.code': code,
    'ccc.attempts': attempts,
  })
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/**
 * @param traceparent of the request
 * @see https://www.w3.org/TR/trace-context/
 */
function beginSpan(traceparent: string | undefined): Span {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? []
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
  const context = isSpanContextValid(caller)
    ? trace.setSpanContext(ROOT_CONTEXT, caller)
    : ROOT_CONTEXT
  return tracer.startSpan('call', { kind: SpanKind.SERVER }, context)
}

function traceparentOf(span: Span): string | null {
  const context = span.spanContext()
  if (!isSpanContextValid(context)) return null
  const flags = context.traceFlags.toString(16).padStart(2, '0')
  return `00-${context.traceId}-${context.spanId}-${flags}`
}

/**
 * The id of a request: the one that it came with, if it has the form of one and no number in it, otherwise a new one.
 */
function requestIdOf(sent: string | undefined): string {
  const fits = sent !== undefined && /^[\w.:-]{8,80}$/.test(sent) && maskRequestId(sent) === sent
  return fits ? sent : crypto.randomUUID()
}
