import {
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import type { AnswerEvent } from './event.ts'
import { maskRequestId } from './masking.ts'

const TRACEPARENT = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/
const tracer = trace.getTracer('outbound-number-picker-proxy')

/**
 * Begins the span of a request. Where no SDK of OpenTelemetry is loaded, it stands for the caller's own span, whose
 * `traceparent` then goes on to the cloud as it came.
 *
 * @param traceparent of the request
 * @see https://www.w3.org/TR/trace-context/
 */
export function beginSpan(traceparent: string | undefined): Span {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? []
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
  const context = isSpanContextValid(caller)
    ? trace.setSpanContext(ROOT_CONTEXT, caller)
    : ROOT_CONTEXT
  return tracer.startSpan('call', { kind: SpanKind.SERVER }, context)
}

/** What is handed on of a span; null without one. */
export function traceparentOf(span: Span): string | null {
  const context = span.spanContext()
  if (!isSpanContextValid(context)) return null
  const flags = context.traceFlags.toString(16).padStart(2, '0')
  return `00-${context.traceId}-${context.spanId}-${flags}`
}

/** The id under which everything that belongs to a request is found; `''` without a trace. */
export function traceIdOf(span: Span): string {
  const context = span.spanContext()
  return isSpanContextValid(context) ? context.traceId : ''
}

/** Ends a span with what logs and metrics say of the request; no number is among it. */
export function endSpan(span: Span, { action, code, status, attempts }: AnswerEvent): void {
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
 * The id of a request: the one that it came with, if it has the form of one and no number in it, otherwise a new one.
 */
export function requestIdOf(sent: string | undefined): string {
  const fits = sent !== undefined && /^[\w.:-]{8,80}$/.test(sent) && maskRequestId(sent) === sent
  return fits ? sent : crypto.randomUUID()
}
