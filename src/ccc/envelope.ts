import { CccError, codeOfStatus } from './errors.ts'

/** An answer as it came over HTTP. */
export interface HttpAnswer {
  status: number
  /** Text, or what a transport has already parsed from it. */
  data: unknown
  /** True if the answer was a redirect, such as to a login page. */
  redirected?: boolean
}

/** The cloud's `Data` and request id, from an answer with code OK. */
export interface CccEnvelope {
  /** `Data` as parsed JSON, not checked. */
  data: unknown
  /** The cloud's request id; `''` if the answer has none. */
  requestId: string
  /** What a proxy adds to a pick for its narrow reads of history. */
  offer?: string | undefined
  /** What that proxy knew of the callee when the pick was answered; for history to read. */
  calleeHistory?: unknown
}

/**
 * Opens the envelope of an answer, in every form in which real proxies send it: as the cloud wrote it,
 * with lowercase first letters, or encoded twice.
 *
 * @throws {CccError} if the cloud refused, or if something else answered instead: HTML, a framework's
 * own error JSON, a redirect, unreadable data
 */
export function openEnvelope({ status, data, redirected = false }: HttpAnswer): CccEnvelope {
  const decoded = decode(data)
  const markup = typeof decoded === 'string' && decoded.startsWith('<')
  const answer = markup ? readMarkup(decoded) : decoded
  const code = text(field(answer, 'Code'))
  const requestId = text(field(answer, 'RequestId'))
  const message = text(field(answer, 'Message'))
  const failure = (code: string, message: string, httpStatus = status) =>
    new CccError({ code, message, requestId, httpStatus })

  if (code !== '' && code !== 'OK') {
    const said = Number(field(answer, 'HttpStatusCode'))
    // An envelope with a refusal often arrives as HTTP 200; its own status says more.
    throw failure(code, message || code, status < 400 && said >= 400 ? said : status)
  }
  // A page instead of data, without an error status: the session expired and this is the login page.
  if (redirected || (markup && status < 400)) {
    throw failure('SessionExpired', 'A page or a redirect answered, as when a session has ended.')
  }
  if (status >= 400) {
    const said = message || text(field(answer, 'Error'))
    throw failure(codeOfStatus(status), said || `The proxy answered HTTP ${status}.`)
  }
  if (code !== 'OK') throw failure('UnreadableAnswer', 'The answer is no JSON with a Code.')
  return {
    data: decode(field(answer, 'Data')),
    requestId,
    offer: text(field(answer, 'Offer')) || undefined,
    calleeHistory: field(answer, 'CalleeHistory'),
  }
}

/** Parses JSON, also if a proxy encoded it a second time; other text is left as it is. */
function decode(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const trimmed = value.trim()
  try {
    return decode(JSON.parse(trimmed))
  } catch {
    return trimmed
  }
}

/** Reads the gateway's own XML, which a proxy passes on if it asked for no format; from a page, its title. */
function readMarkup(markup: string): Readonly<Record<string, unknown>> {
  const element = (name: string) =>
    new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(markup)?.[1]?.trim()
  const title = /<title[^>]*>([^<]{1,200})/i.exec(markup)?.[1]?.trim()
  return {
    Code: element('Code'),
    RequestId: element('RequestId'),
    Message: element('Message'),
    Error: title && `A page answered instead of the cloud: ${title}`,
  }
}

/** The error for an answer that says OK but cannot be understood. */
export function unreadable(message: string, requestId: string): CccError {
  return new CccError({ code: 'UnreadableAnswer', message, requestId, httpStatus: 200 })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field by its documented name, also if a proxy made its first letter lowercase. */
export function field(value: unknown, name: string): unknown {
  if (!isRecord(value)) return undefined
  return value[name] ?? value[name.charAt(0).toLowerCase() + name.slice(1)]
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
